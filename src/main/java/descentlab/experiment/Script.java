package descentlab.experiment;

import descentlab.message.Numerals;
import descentlab.objective.Formula;
import descentlab.parameter.Parameter;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import java.util.ArrayList;
import java.util.List;

/** A run as a short program that prints the same steps, one line a state: step, point, loss, and the rate of the step from there. */
public final class Script {
    private static final List<String> NOT_IN_PYTORCH = List.of("Armijo", "Newton", "Polyak", "Lion", "SignSGD");

    private final Experiment experiment;
    private final Run run;
    private final Language language;
    private final StringBuilder text = new StringBuilder();

    private Script(Experiment experiment, Run run, Language language) {
        this.experiment = experiment;
        this.run = run;
        this.language = language;
    }

    /** Whether the run can be written in a language: PyTorch has not all the rules. */
    public static boolean isPossible(Run run, Language language) {
        return language != Language.PYTORCH || !NOT_IN_PYTORCH.contains(run.optimizer().declaration().name());
    }

    public static String of(Experiment experiment, Run run, Language language) {
        Script script = new Script(experiment, run, language);
        String mark = language == Language.JAVA ? "// " : "# ";
        script.line(mark + ExperimentText.write(experiment.withRuns(List.of(run))));
        switch (language) {
            case PYTORCH -> script.pyTorch();
            case NUMPY -> script.numPy();
            case JAVA -> script.java();
        }
        return script.text.toString();
    }

    private void line(String... parts) {
        for (String part : parts) {
            text.append(part);
        }
        text.append('\n');
    }

    private static String numbers(double[] numbers) {
        StringBuilder list = new StringBuilder();
        for (double number : numbers) {
            list.append(list.isEmpty() ? "" : ", ").append(Language.number(number));
        }
        return list.toString();
    }

    private String start() {
        double[] start = new double[experiment.start().size()];
        for (int i = 0; i < start.length; i++) {
            start[i] = experiment.start().get(i);
        }
        return numbers(start);
    }

    /** The arguments of a constructor: those that are not the default, or all. */
    private static String arguments(Settings settings, boolean all) {
        StringBuilder arguments = new StringBuilder();
        for (Parameter parameter : settings.declaration().parameters()) {
            String value = settings.values().get(parameter.name()).text();
            if (all || parameter.name().equals("lr") || !value.equals(parameter.standard().text())) {
                arguments.append(", ").append(parameter.name()).append('=').append(value);
            }
        }
        return arguments.toString();
    }

    private void pyTorch() {
        Settings optimizer = run.optimizer();
        line("import torch\n\ntorch.set_default_dtype(torch.float64)");
        line("x = torch.tensor([", start(), "], requires_grad=True)\n");
        line("def f(x):\n    return ", language.code(experiment.formula().filledExpression()), "\n");
        line("def closure():\n    optimizer.zero_grad()\n    loss = f(x)\n    loss.backward()\n    return loss\n");
        line("optimizer = torch.optim.", optimizer.declaration().name(), "([x]", arguments(optimizer, false), ")");
        if (run.schedule() != null) {
            scheduler(run.schedule());
        }
        line("for t in range(", Numerals.exact(experiment.steps()), " + 1):");
        line("    loss = closure()");
        String name = run.schedule() == null ? "" : run.schedule().declaration().name();
        if (name.equals("Manual")) {
            line("    group = optimizer.param_groups[0]\n    group[\"lr\"] = rates.get(t, group[\"lr\"])");
        }
        line("    print(t, *x.tolist(), loss.item(), optimizer.param_groups[0][\"lr\"])");
        if (run.clipping() != null) {
            line("    torch.nn.utils.", run.clipping().declaration().name(), "([x]", arguments(run.clipping(), true), ")");
        }
        line("    optimizer.step(", isLbfgs() ? "closure)" : ")");
        if (run.schedule() != null && !name.equals("Manual")) {
            // OneCycleLR refuses to go on after its cycle; its last rate stays.
            String until = name.equals("OneCycleLR") ? "if t < " + Numerals.exact(run.schedule().number("total_steps")) + ": " : "";
            line("    ", until, "scheduler.step(", name.equals("ReduceLROnPlateau") ? "loss.item())" : ")");
        }
    }

    private void scheduler(Settings schedule) {
        String name = schedule.declaration().name();
        String library = "torch.optim.lr_scheduler.";
        switch (name) {
            case "Manual" -> {
                StringBuilder rates = new StringBuilder();
                for (int k = 0; k < schedule.numbers("rates").size(); k++) {
                    rates.append(Numerals.exact(schedule.numbers("milestones").get(k))).append(": ").append(Language.number(schedule.numbers("rates").get(k))).append(", ");
                }
                line("rates = {", rates.toString(), "}");
            }
            case "InverseTimeLR" -> line("scheduler = ", library, "LambdaLR(optimizer, lambda t: 1 / (1 + ",
                    Numerals.exact(schedule.number("decay_rate")), " * t))");
            case "WarmupCosine" -> line("from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR\nscheduler = SequentialLR(",
                    "optimizer, [LinearLR(optimizer, start_factor=", Numerals.exact(schedule.number("start_factor")), ", total_iters=",
                    Numerals.exact(schedule.number("warmup")), "), CosineAnnealingLR(optimizer, T_max=", Numerals.exact(schedule.number("T_max")),
                    ")], milestones=[", Numerals.exact(schedule.number("warmup")), "])");
            default -> line("scheduler = ", library, name, "(optimizer", arguments(schedule, true), ")");
        }
    }

    /** The hyperparameters that the lines read, each as an assignment. */
    private void hyperparameters(String before, String after) {
        for (Parameter parameter : run.optimizer().declaration().parameters()) {
            String symbols = Working.SYMBOLS.getOrDefault(parameter.name(), "");
            Value value = run.optimizer().values().get(parameter.name());
            int blank = symbols.indexOf(' ');
            if (blank > 0) {
                List<Double> pair = ((Value.Numbers) value).values();
                line(before, UpdateCode.NAMES.get(symbols.substring(0, blank)), " = ", Language.number(pair.get(0)), after);
                line(before, UpdateCode.NAMES.get(symbols.substring(blank + 1)), " = ", Language.number(pair.get(1)), after);
            } else if (!symbols.isEmpty()) {
                line(before, UpdateCode.NAMES.get(symbols), " = ", Language.number(((Value.Number) value).value()), after);
            }
        }
    }

    /** The names that the lines assign, but x and g: what the rule remembers or works out. */
    private List<String> assigned() {
        List<String> names = new ArrayList<>();
        for (String each : lines()) {
            String name = each.substring(0, each.indexOf('=')).trim();
            if (!names.contains(name) && !name.equals("x") && !name.equals("g")) {
                names.add(name);
            }
        }
        return names;
    }

    private List<String> lines() {
        return run.rule().lines(run.optimizer());
    }

    private String momentumName() {
        return run.optimizer().values().containsKey("betas") ? "beta1" : "mu";
    }

    private void numPy() {
        Formula formula = experiment.formula();
        line("import numpy as np\n");
        line("def f(x):\n    return ", language.code(formula.filledExpression()), "\n");
        line("def gradient(x):\n    return np.array([", language.list(formula.derivatives()), "])\n");
        if (isLbfgs()) {
            text.append(LbfgsCode.functions(run.optimizer(), false));
        }
        line("x = np.array([", start(), "])");
        hyperparameters("", "");
        for (String name : assigned()) {
            line(UpdateCode.NAMES.getOrDefault(name, name), " = np.zeros_like(x)");
        }
        for (String name : scheduled()) {
            line(name, " = 0.0");
        }
        line("for step in range(", Numerals.exact(experiment.steps()), " + 1):");
        line("    loss, g = f(x), gradient(x)");
        rate(false, "    ");
        line("    print(step, *x.tolist(), float(loss), lr)");
        line("    t, norm2 = step + 1, np.sum(g * g)");
        if (run.clipping() != null) {
            boolean byNorm = run.clipping().declaration().parameter("max_norm") != null;
            String limit = Language.number(run.clipping().number(byNorm ? "max_norm" : "clip_value"));
            line("    g = ", byNorm ? "g * min(1.0, " + limit + " / (np.sqrt(norm2) + 1e-6))" : "np.clip(g, -" + limit + ", " + limit + ")");
            line("    norm2 = np.sum(g * g)");
        }
        numPyStep(formula);
    }

    private boolean isLbfgs() {
        return run.optimizer().declaration().name().equals("LBFGS");
    }

    private void numPyStep(Formula formula) {
        Settings settings = run.optimizer();
        if (isLbfgs()) {
            line("    x = lbfgs(x, loss, g, lr)");
        } else if (settings.declaration().name().equals("Newton")) {
            line("    hessian = np.array([", language.list(formula.secondDerivatives()), "]).reshape(len(x), len(x))");
            line("    x = x - lr * np.linalg.solve(hessian + ", Language.number(settings.number("damping")), " * np.eye(len(x)), g)");
        } else if (settings.declaration().name().equals("Armijo")) {
            line("    s = lr\n    for trial in range(", Numerals.exact(settings.number("max_backtracks")), "):");
            line("        if f(x - s * g) <= loss - ", Language.number(settings.number("c")), " * s * norm2:\n            break");
            line("        s = s * ", Language.number(settings.number("rho")), "\n    x = x - s * g");
        }
        for (String each : lines()) {
            line("    ", UpdateCode.of(each, false, List.of()));
        }
    }

    /** The rate of the step, as its schedule's formula. */
    private void rate(boolean java, String indent) {
        if (run.schedule() == null) {
            line(indent, java ? "double lr = " : "lr = ", Language.number(run.lr()), java ? ";" : "");
            return;
        }
        for (String each : ScheduleCode.of(run, java, momentumName())) {
            line(indent, java && each.startsWith("lr =") ? "double " : "", each);
        }
    }

    /** The names of what the schedule works out. */
    private List<String> scheduled() {
        return run.schedule() == null ? List.of() : ScheduleCode.variables(run);
    }

    private void java() {
        Formula formula = experiment.formula();
        line("public class Descent {\n    static double f(double[] x) {\n        return ", language.code(formula.filledExpression()), ";\n    }\n");
        line("    static double[] gradient(double[] x) {\n        return new double[] {", language.list(formula.derivatives()), "};\n    }\n");
        if (isLbfgs()) {
            text.append(LbfgsCode.functions(run.optimizer(), true));
        }
        line("    public static void main(String[] arguments) {");
        line("        double[] x = {", start(), "};");
        hyperparameters("        double ", ";");
        List<String> arrays = new ArrayList<>(assigned());
        for (String name : arrays) {
            line("        double[] ", UpdateCode.NAMES.getOrDefault(name, name), " = new double[x.length];");
        }
        for (String name : scheduled()) {
            line("        double ", name, " = 0;");
        }
        line("        for (int step = 0; step <= ", Numerals.exact(experiment.steps()), "; step++) {");
        line("            double loss = f(x);\n            double[] g = gradient(x);");
        rate(true, "            ");
        line("            System.out.print(step);");
        line("            for (double coordinate : x) {\n                System.out.print(\" \" + coordinate);\n            }");
        line("            System.out.println(\" \" + loss + \" \" + lr);");
        line("            double t = step + 1;\n            double norm2 = 0;");
        line("            for (double each : g) {\n                norm2 += each * each;\n            }");
        javaClipping();
        javaStep(formula, arrays);
        line("        }\n    }\n}");
    }

    private void javaClipping() {
        if (run.clipping() != null) {
            boolean byNorm = run.clipping().declaration().parameter("max_norm") != null;
            String limit = Language.number(run.clipping().number(byNorm ? "max_norm" : "clip_value"));
            line("            double factor = Math.min(1.0, ", limit, " / (Math.sqrt(norm2) + 1e-6));\n            norm2 = 0;");
            line("            for (int i = 0; i < g.length; i++) {\n                g[i] = ",
                    byNorm ? "g[i] * factor" : "Math.max(-" + limit + ", Math.min(" + limit + ", g[i]))", ";");
            line("                norm2 += g[i] * g[i];\n            }");
        }
    }

    private void javaStep(Formula formula, List<String> arrays) {
        Settings settings = run.optimizer();
        String name = settings.declaration().name();
        if (isLbfgs()) {
            line("            x = lbfgs(x, loss, g, lr);");
        } else if (name.equals("Newton")) {
            javaNewton(formula, Language.number(settings.number("damping")));
        } else if (name.equals("Armijo")) {
            line("            double s = lr;\n            double[] y = x;");
            line("            for (int trial = 0; trial <= ", Numerals.exact(settings.number("max_backtracks")), "; trial++) {");
            line("                y = x.clone();\n                for (int i = 0; i < x.length; i++) {\n                    y[i] -= s * g[i];\n                }");
            line("                if (f(y) <= loss - ", Language.number(settings.number("c")), " * s * norm2) {\n                    break;\n                }");
            line("                s *= ", Language.number(settings.number("rho")), ";\n            }\n            x = y;");
        }
        if (!lines().isEmpty()) {
            arrays.add("x");
            arrays.add("g");
            line("            for (int i = 0; i < x.length; i++) {");
            for (String each : lines()) {
                line("                ", UpdateCode.of(each, true, arrays));
            }
            line("            }");
        }
    }

    private void javaNewton(Formula formula, String damping) {
        line("            double[] h = {", language.list(formula.secondDerivatives()), "};");
        if (formula.dimension() == 1) {
            line("            x[0] -= lr * g[0] / (h[0] + ", damping, ");");
        } else {
            line("            double a = h[0] + ", damping, ", d = h[3] + ", damping, ", determinant = a * d - h[1] * h[2];");
            line("            double dx = (d * g[0] - h[1] * g[1]) / determinant, dy = (a * g[1] - h[2] * g[0]) / determinant;");
            line("            x[0] -= lr * dx;\n            x[1] -= lr * dy;");
        }
    }
}
