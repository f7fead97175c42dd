package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descentlab.descent.Trajectory;
import descentlab.expression.Markup;
import descentlab.message.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of a rule is what it computes: each step worked by its lines leads where the kernel over lanes went. */
class WorkingTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "SGD(lr=0.02)", "SGD(lr=0.02,momentum=0.9)", "SGD(lr=0.02,momentum=0.8,dampening=0.3)", "SGD(lr=0.01,momentum=0.9,nesterov=True)",
        "SGD(lr=0.02,weight_decay=0.1)", "SGD(lr=0.001,maximize=True)", "Adagrad(lr=0.5)",
        "Adagrad(lr=0.5,lr_decay=0.1,initial_accumulator_value=0.2,weight_decay=0.01)", "RMSprop(lr=0.02)",
        "RMSprop(lr=0.02,alpha=0.9,centered=True)", "RMSprop(lr=0.01,momentum=0.9)", "Adadelta(lr=1)", "Adam(lr=0.1)",
        "Adam(lr=0.1,betas=(0.8,0.99),amsgrad=True,weight_decay=0.1)", "AdamW(lr=0.1,weight_decay=0.2)", "Adamax(lr=0.1)", "NAdam(lr=0.1)",
        "NAdam(lr=0.1,decoupled_weight_decay=True,weight_decay=0.1)", "RAdam(lr=0.1)", "Rprop(lr=0.01)", "Rprop(lr=0.01,etas=(0.4,1.3))",
        "ASGD(lr=0.01)", "ASGD(lr=0.01,lambd=0.01)", "Lion(lr=0.05,weight_decay=0.1)", "SignSGD(lr=0.05)", "SignSGD(lr=0.05,momentum=0.9)",
        "Polyak()", "Newton(lr=0.5)", "Newton(damping=1)", "Armijo(lr=1)", "Armijo(lr=8,rho=0.7,max_backtracks=2)", "Armijo(lr=1);clip_grad_norm_(max_norm=0.7)",
        "LBFGS(lr=0.5,max_iter=2)", "LBFGS(lr=0.3,history_size=2,max_iter=9)", "LBFGS(line_search_fn='strong_wolfe',max_iter=3)",
        "SGD(lr=0.5);clip_grad_norm_(max_norm=0.7)", "SGD(lr=0.5);clip_grad_value_(clip_value=0.3)",
        "SGD(lr=0.01,momentum=0.9);OneCycleLR(max_lr=0.06)", "Adam(lr=0.1);CyclicLR(base_lr=0.01,max_lr=0.2,step_size_up=4)",
    })
    void leadsWhereTheRunWent(String run) throws InputException {
        Experiment experiment = ExperimentText.read("f=x^2+3y^2+x y&x0=1.5,-2&steps=30&run=" + run);
        Trajectory trajectory = Results.of(experiment).trajectories().get(0);
        for (int t = 0; t < 30; t++) {
            for (int i = 0; i < 2; i++) {
                double expected = trajectory.x()[i][t + 1];
                assertEquals(expected, next(Working.of(experiment.function(), experiment.runs().get(0), trajectory, t, i)), 1e-10 * (1 + Math.abs(expected)), run + " at " + t);
            }
        }
    }

    /** The lines of a schedule give the rates, and the momenta, that its class gives. */
    @ParameterizedTest
    @ValueSource(strings = {
        "StepLR(step_size=7,gamma=0.5)", "MultiStepLR(milestones=(4,9,9),gamma=0.5)", "MultiStepLR()", "ExponentialLR()", "InverseTimeLR()",
        "PolynomialLR(total_iters=12,power=1.5)", "LinearLR()", "ConstantLR()", "ConstantLR(total_iters=0)", "CosineAnnealingLR(T_max=9,eta_min=0.01)",
        "CosineAnnealingWarmRestarts(T_0=4)", "CosineAnnealingWarmRestarts(T_0=2,T_mult=3,eta_min=0.01)", "WarmupCosine(warmup=5,T_max=15)",
        "CyclicLR(step_size_up=4)", "CyclicLR(step_size_up=4,step_size_down=3,mode='triangular2')", "CyclicLR(step_size_up=4,mode='exp_range',gamma=0.9)",
        "OneCycleLR(total_steps=30)", "OneCycleLR(total_steps=25,anneal_strategy='linear')", "OneCycleLR(total_steps=30,three_phase=True)",
        "ReduceLROnPlateau(patience=1,threshold=0.1)", "ReduceLROnPlateau(mode='max',patience=0,threshold=0.1,threshold_mode='abs',cooldown=2)",
        "ReduceLROnPlateau(patience=0,threshold=1,factor=0.5,min_lr=0.02,eps=0.01)", "Manual(milestones=(3,6),rates=(0.02,0.01))", "Manual()",
    })
    void schedulesAreWhatTheirLinesSay(String schedule) throws InputException {
        Experiment experiment = ExperimentText.read("f=x^2+3y^2+x y&x0=1.5,-2&steps=30&run=SGD(lr=0.1,momentum=0.5);" + schedule);
        Trajectory trajectory = Results.of(experiment).trajectories().get(0);
        Run run = experiment.runs().get(0);
        for (int t = 0; t < 30; t++) {
            List<Working.Line> lines = Working.of(experiment.function(), run, trajectory, t, 0);
            assertEquals(trajectory.rate()[t], value(lines, "η"), 1e-15, schedule + " at " + t);
            double momentum = run.startSchedule().momentum(t);
            assertEquals(momentum, value(lines, "μ"), 1e-15, schedule + " at " + t);
        }
    }

    private static double value(List<Working.Line> lines, String name) {
        return lines.stream().filter(line -> line.name().equals(name)).mapToDouble(Working.Line::value).findFirst().orElse(Double.NaN);
    }

    private static double next(List<Working.Line> lines) {
        double x = Double.NaN;
        for (Working.Line line : lines) {
            x = line.name().equals("x") ? line.value() : x;
        }
        return x;
    }

    @Test
    void putsNumbersInThePlacesOfLetters() throws InputException {
        Experiment experiment = ExperimentText.read("f=x^2&x0=-2&steps=3&run=SGD(lr=0.1,momentum=0.5)");
        List<Working.Line> lines = Working.of(experiment.function(), experiment.runs().get(0), Results.of(experiment).trajectories().get(0), 1, 0);
        assertEquals("b ← μ b + g", letters(lines.get(0).rule()));
        assertEquals("0.5 · (−4) + (−3.2)", lines.get(0).numbers());
        assertEquals(-5.2, lines.get(0).value());
    }

    @Test
    void worksNewtonAndItsCurvature() throws InputException {
        assertEquals(List.of("d = g/f″", "x = x - η d"), texts("f=x^2+10sin(x)&x0=1&steps=1&run=Newton()", 0, 0));
        assertEquals("7.403/(−6.415) = −1.15407", worked("f=x^2+10sin(x)&x0=1&steps=1&run=Newton()", 0));
        assertEquals("(2 + 1) · (6 + 1) − 1² = 20", worked("f=x^2+3y^2+x y&x0=1,1&steps=1&run=Newton(damping=1)", 0));
    }

    @Test
    void showsTheTrialsOfABacktrackingSearch() throws InputException {
        String experiment = "f=x^2&x0=3&steps=1&run=Armijo(lr=4)";
        assertEquals(List.of("s = η", "a = f(x - s g)", "b = f - c s n", "", "", "", "x = x - s g"), texts(experiment, 0, 0));
        assertEquals("f(−21) = 441", worked(experiment, 1));
        assertEquals("0.5 · 4 = 2, a = f(−9) = 81, b = 9 − 0.0001 · 2 · 36 = 8.9928", worked(experiment, 3));
        assertEquals(List.of("s = η", "a = f(x - s g)", "b = f - c s n", "", "", "", "", "", "", "x = x - s g"),
            texts("f=x^2&x0=3&steps=1&run=Armijo(lr=4000)", 0, 0));
        assertEquals("", lines("f=x^2&x0=3&steps=1&run=Armijo(lr=4000)", 0, 0).get(5).worked());
    }

    @Test
    void showsThePairsOfLbfgs() throws InputException {
        String experiment = "f=x^2&x0=3&steps=2&run=LBFGS(lr=0.5,max_iter=3)";
        assertEquals(List.of("d = -g", "x = x + l d", "s = l d", "y = g - p", "d = -H g", "x = x + l d"), texts(experiment, 0, 0));
        assertEquals("−0.5 · 5 = −2.5", worked(experiment, 4));
    }

    private static List<Working.Line> lines(String text, int t, int coordinate) throws InputException {
        Experiment experiment = ExperimentText.read(text);
        return Working.of(experiment.function(), experiment.runs().get(0), Results.of(experiment).trajectories().get(0), t, coordinate);
    }

    private static List<String> texts(String text, int t, int coordinate) throws InputException {
        return lines(text, t, coordinate).stream().map(Working.Line::text).toList();
    }

    /** The right side of a line of the first step. */
    private static String worked(String text, int line) throws InputException {
        String worked = lines(text, 0, 0).get(line).worked();
        return worked.substring(worked.indexOf('=') + 2);
    }

    @Test
    void setsTheLinesAsATextbookDoes() throws InputException {
        Experiment experiment = ExperimentText.read("run=RMSprop(lr=0.1,momentum=0.5)&run=Adam(lr=0.1)&run=Rprop(lr=0.1)");
        assertEquals("b ← μ b + [g|√(v) + ε]", rule(experiment, 0, 1));
        assertEquals("x ← x − [η m̂|√(v̂) + ε]", rule(experiment, 1, 4));
        assertEquals("m̂ ← [m|1 − β₁^t]", rule(experiment, 1, 2));
        assertEquals("h ← {g : c + 1 ≠ 0; 0 : c + 1 = 0; }", rule(experiment, 2, 3));
    }

    private static String rule(Experiment experiment, int run, int line) {
        return letters(Working.of(experiment.function(), experiment.runs().get(run), Results.of(experiment).trajectories().get(run), 1, 0).get(line).rule());
    }

    /** MathML in one line: [a|b] is a fraction. */
    private static String letters(Markup markup) {
        List<String> parts = markup.children().stream().map(WorkingTest::letters).toList();
        return switch (markup.element()) {
            case "mfrac" -> "[" + parts.get(0) + "|" + parts.get(1) + "]";
            case "msup" -> parts.get(0) + (parts.get(1).equals("2") ? "²" : "^" + parts.get(1));
            case "msub" -> parts.get(0) + (char) (parts.get(1).charAt(0) - '0' + '₀');
            case "mover" -> parts.get(0) + "\u0302";
            case "msqrt" -> "√(" + parts.get(0) + ")";
            case "mtable" -> String.join("", parts) + "}";
            case "mtr" -> parts.get(0) + " : " + parts.get(1) + "; ";
            case "mo" -> markup.text().equals("\u2062") ? " " : "−+←=≠".contains(markup.text()) ? " " + markup.text() + " " : markup.text();
            default -> markup.text() + String.join("", parts);
        };
    }
}
