package descentlab.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.descent.Trajectory;
import descentlab.message.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that a run can be copied as print the steps of the run. Java's are compiled and run here, Python's where there is one with the library. */
class ScriptTest {
    private static final List<String> RUNS = List.of(
        "SGD(lr=0.05)", "SGD(lr=0.02,momentum=0.9,nesterov=True)", "SGD(lr=0.02,momentum=0.8,dampening=0.3,weight_decay=0.1)",
        "SGD(lr=0.01,maximize=True)", "Adagrad(lr=0.5,lr_decay=0.1,initial_accumulator_value=0.2)", "RMSprop(lr=0.02,centered=True,momentum=0.5)",
        "Adadelta(lr=1)", "Adam(lr=0.1,weight_decay=0.1)", "Adam(lr=0.1,amsgrad=True)", "AdamW(lr=0.1)", "Adamax(lr=0.1)", "NAdam(lr=0.1)",
        "RAdam(lr=0.1)", "Rprop(lr=0.01)", "ASGD(lr=0.01)", "LBFGS(lr=1,max_iter=4,line_search_fn='strong_wolfe')", "LBFGS(lr=0.5,max_iter=2)", "LBFGS(lr=0.3,history_size=2,max_iter=3,max_eval=3)",
        "Armijo(lr=1)", "Newton(lr=0.5,damping=1)", "Polyak(f_star=-2)", "Lion(lr=0.05,weight_decay=0.1)", "SignSGD(lr=0.05,momentum=0.5)",
        "SGD(lr=0.5);clip_grad_norm_(max_norm=0.7)", "Adam(lr=0.1);StepLR(step_size=7);clip_grad_value_(clip_value=0.3)",
        "SGD(lr=0.05);MultiStepLR(milestones=(4,9),gamma=0.5)", "SGD(lr=0.05);ExponentialLR()", "SGD(lr=0.05);InverseTimeLR()",
        "SGD(lr=0.05);PolynomialLR(total_iters=30,power=2)", "SGD(lr=0.05);LinearLR()", "SGD(lr=0.05);ConstantLR()",
        "SGD(lr=0.05);CosineAnnealingLR(T_max=10)", "SGD(lr=0.05);CosineAnnealingWarmRestarts(T_0=4,T_mult=2)",
        "SGD(lr=0.05);WarmupCosine(warmup=5,T_max=15)", "SGD(lr=0.05,momentum=0.5);CyclicLR(step_size_up=4,mode='triangular2')",
        "Adam(lr=0.05);OneCycleLR(total_steps=30)", "SGD(lr=0.05);ReduceLROnPlateau(patience=1,threshold=0.1)", "SGD(lr=0.05);ReduceLROnPlateau(patience=0,threshold=1)",
        "SGD(lr=0.05);ReduceLROnPlateau(mode='max',patience=0,threshold=0.5,threshold_mode='abs',factor=0.7,cooldown=2,min_lr=0.01)",
        "SGD(lr=0.05);CosineAnnealingWarmRestarts(T_0=3,eta_min=0.01)", "SGD(lr=0.05);MultiStepLR(milestones=(6,))",
        "RMSprop(lr=0.05,momentum=0.5);CyclicLR(step_size_up=3,step_size_down=5,mode='exp_range',gamma=0.9)",
        "SGD(lr=0.05);CyclicLR(step_size_up=2,cycle_momentum=False)", "SGD(lr=0.05);ConstantLR(total_iters=0)",
        "SGD(lr=0.05,momentum=0.5);OneCycleLR(total_steps=15,anneal_strategy='linear',three_phase=True)",
        "SGD(lr=0.05);Manual(milestones=(3,6),rates=(0.02,0.01))");
    private static final List<String> FORMULAS = List.of("f=x^2+3y^2+x y+sin(x)&x0=1.5,-2",
        "f=x^4/20+sqrt(1+x²)+ln(1+e^(-x))+tanh(x)+arctan(x)/3+|x-1|/7+max(x,-2x)/9+softplus(x)/8+sigmoid(2x)+relu(x)/5+cos(2x)/9+1/3&x0=1.7",
        "f=k*x^2+a*sin(x)&k=0.5&a=-1.5&x0=2");

    /** Near a minimum the last digit of f decides whether a line search takes a step. */
    private static final int BEFORE_ROUNDING_DECIDES = 6;

    private record Case(String name, Trajectory expected, String script) {
    }

    private static List<Case> cases(Language language) throws InputException {
        List<Case> cases = new ArrayList<>();
        for (String formula : FORMULAS) {
            for (String run : RUNS) {
                Experiment experiment = ExperimentText.read(formula + "&steps=20&run=" + run);
                if (Script.isPossible(experiment.runs().get(0), language)) {
                    Trajectory expected = Results.of(experiment).trajectories().get(0);
                    cases.add(new Case(language + " " + run, expected, Script.of(experiment, experiment.runs().get(0), language)));
                }
            }
        }
        return cases;
    }

    private static void check(Case each, String printed) {
        List<String> lines = printed.lines().toList();
        assertEquals(21, lines.size(), () -> each.name + "\n" + printed + each.script);
        int last = each.name.contains("Armijo") ? BEFORE_ROUNDING_DECIDES : 20;
        for (int t = 0; t <= last; t++) {
            String[] words = lines.get(t).split(" ");
            assertEquals(each.expected.dimension() + 3, words.length, lines.get(t));
            for (int i = 0; i < each.expected.dimension(); i++) {
                double x = each.expected.x()[i][t];
                assertEquals(x, Double.parseDouble(words[1 + i]), 1e-9 * (1 + Math.abs(x)), each.name + " at " + t + "\n" + each.script);
            }
            double loss = each.expected.loss()[t];
            assertEquals(loss, Double.parseDouble(words[words.length - 2]), 1e-9 * (1 + Math.abs(loss)), each.name + " at " + t);
            if (t < 20) {
                assertEquals(each.expected.rate()[t], Double.parseDouble(words[words.length - 1]), 1e-12, each.name + " rate at " + t);
            }
        }
    }

    @Test
    void javaPrintsTheSteps(@TempDir Path directory) throws Exception {
        int number = 0;
        List<Case> cases = cases(Language.JAVA);
        List<String> files = new ArrayList<>(List.of("-d", directory.toString()));
        for (Case each : cases) {
            Path file = directory.resolve("p" + number).resolve("Descent.java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "package p" + number++ + ";\n" + each.script);
            files.add(file.toString());
        }
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, problems, files.toArray(String[]::new)), () -> problems.toString(UTF_8));
        PrintStream console = System.out;
        try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            for (int k = 0; k < cases.size(); k++) {
                ByteArrayOutputStream printed = new ByteArrayOutputStream();
                System.setOut(new PrintStream(printed, true, UTF_8));
                loader.loadClass("p" + k + ".Descent").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
                System.setOut(console);
                check(cases.get(k), printed.toString(UTF_8));
            }
        } finally {
            System.setOut(console);
        }
    }

    @Test
    void numPyPrintsTheSteps(@TempDir Path directory) throws Exception {
        runPython("numpy", cases(Language.NUMPY), directory);
    }

    @Test
    void pyTorchPrintsTheSteps(@TempDir Path directory) throws Exception {
        List<Case> cases = cases(Language.PYTORCH);
        System.out.println("NAdam is left out: PyTorch before 2 counts one of its factors twice.");
        cases.removeIf(each -> each.name.contains("NAdam"));
        runPython("torch", cases, directory);
    }

    /** All programs in one process, each in a namespace of its own, with a line of signs between what they print. */
    private static void runPython(String library, List<Case> cases, Path directory) throws IOException, InterruptedException {
        String python = pythonWith(library);
        System.out.println(python == null ? "No Python with " + library + " is here: its programs are written and not run."
            : python + " runs the programs for " + library);
        assertTrue(cases.size() > 50);
        if (python == null) {
            return;
        }
        for (int k = 0; k < cases.size(); k++) {
            Files.writeString(directory.resolve(k + ".py"), cases.get(k).script);
        }
        Files.writeString(directory.resolve("all.py"), """
            import sys
            for k in range(int(sys.argv[2])):
                source = open(sys.argv[1] + "/" + str(k) + ".py", encoding="utf-8").read()
                exec(compile(source, str(k) + ".py", "exec"), {})
                print("====")
            """);
        Path out = directory.resolve("out");
        Process process = new ProcessBuilder(python, "-W", "ignore", directory.resolve("all.py").toString(), directory.toString(), "" + cases.size())
            .redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        int status = process.waitFor();
        String[] printed = Files.readString(out).split("====\n");
        assertEquals(0, status, () -> cases.get(Math.min(printed.length, cases.size()) - 1).script);
        for (int k = 0; k < cases.size(); k++) {
            check(cases.get(k), printed[k]);
        }
    }

    private static String pythonWith(String library) throws InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            try {
                if (new ProcessBuilder(python, "-c", "import " + library).redirectErrorStream(true).start().waitFor() == 0) {
                    return python;
                }
            } catch (IOException e) {
                continue;
            }
        }
        return null;
    }
}
