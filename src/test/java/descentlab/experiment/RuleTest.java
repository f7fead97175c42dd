package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.descent.Trajectory;
import descentlab.descent.Verdict;
import descentlab.message.InputException;
import descentlab.message.Messages;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import descentlab.parameter.Declaration;
import descentlab.parameter.Parameter;
import descentlab.parameter.Value;
import descentlab.schedule.Schedule;
import descentlab.schedule.Schedules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every optimizer and schedule as it can be written: its text, what it refuses, and what becomes of a run that diverges. */
class RuleTest {
    static List<Declaration> optimizers() {
        return Optimizers.ALL.stream().map(Optimizer.Rule::declaration).toList();
    }

    static List<Declaration> schedules() {
        return Schedules.ALL.stream().map(Schedule.Rule::declaration).toList();
    }

    /** Each parameter of each rule, as "Adam betas". */
    static Stream<String> parameters() {
        return Stream.concat(optimizers().stream(), schedules().stream())
            .flatMap(each -> each.parameters().stream().map(parameter -> each.name() + " " + parameter.name()));
    }

    private static Declaration declaration(String name) {
        return Stream.concat(optimizers().stream(), schedules().stream()).filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static boolean isOptimizer(Declaration declaration) {
        return optimizers().contains(declaration);
    }

    private static String experiment(Declaration declaration, String arguments) {
        String call = declaration.name() + "(" + arguments + ")";
        return "f=x^2&x0=1&steps=4&run=" + (isOptimizer(declaration) ? call : "SGD(lr=0.1);" + call);
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void comesBackFromItsText(String name) throws InputException {
        Declaration declaration = declaration(name.split(" ")[0]);
        Parameter parameter = declaration.parameter(name.split(" ")[1]);
        String value = switch (parameter.name()) {
            case "nesterov" -> "True,momentum=0.5";
            case "milestones" -> declaration.name().equals("Manual") ? "(2,),rates=(0.5,)" : "(2,3)";
            case "rates" -> "(0.5,),milestones=(2,)";
            case "etas" -> "(0.25,1.5)";
            case "step_sizes" -> "(0.001,2)";
            default -> other(parameter);
        };
        Experiment experiment = ExperimentText.read(experiment(declaration, parameter.name() + "=" + value));
        Experiment again = ExperimentText.read(ExperimentText.write(experiment));
        assertEquals(experiment.runs(), again.runs());
        assertTrue(ExperimentText.write(again).contains(parameter.name()), () -> ExperimentText.write(again));
    }

    /** A value that is not the default. */
    private static String other(Parameter parameter) {
        if (parameter.standard() instanceof Value.Flag flag) {
            return flag.value() ? "False" : "True";
        } else if (parameter.standard() instanceof Value.Word) {
            return parameter.isOptional() ? "3" : "'" + parameter.words().get(1) + "'";
        }
        double[] tries = {0.25, 0.5, 7};
        for (double each : tries) {
            if (parameter.range().contains(each) && !new Value.Number(each).text().equals(parameter.standard().text())) {
                boolean pair = parameter.standard() instanceof Value.Numbers;
                return pair ? "(" + each + "," + each + ")" : new Value.Number(each).text();
            }
        }
        throw new AssertionError(parameter);
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void refusesWhatIsImpossible(String name) {
        Declaration declaration = declaration(name.split(" ")[0]);
        Parameter parameter = declaration.parameter(name.split(" ")[1]);
        String bad = parameter.standard() instanceof Value.Number ? "(1,2)" : "1e9";
        for (String value : List.of(parameter.isOptional() ? "0" : bad, "'no such word'", "")) {
            InputException e = assertThrows(InputException.class,
                () -> ExperimentText.read(experiment(declaration, parameter.name() + "=" + value)), name + "=" + value);
            assertTrue(e.position() > 0);
            assertFalse(Messages.english().text(e.message()).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Adam(betas=(1,0.999))|betas has to be in the range 0 ≤ betas < 1, but (1,0.999) was given.",
        "Adam(eps=-1)|eps has to be in the range 0 ≤ eps, but -1 was given.",
        "SGD(lr=1);StepLR(step_size=0)|step_size has to be a whole number in the range 1 ≤ step_size, but 0 was given.",
        "SGD(lr=1);CyclicLR(mode='square')|mode has to be one of triangular, triangular2, exp_range, but square was given.",
        "Adagrad(lr=1);OneCycleLR()|OneCycleLR cycles the momentum, and Adagrad has none. Write cycle_momentum=False.",
        "LBFGS();clip_grad_norm_()|LBFGS takes gradients at several points in a step, which are not clipped. Leave clipping out.",
        "SGD(lr=1);StepLR();StepLR()|A run has one schedule. Keep one of the two.",
        "Rprop(etas=(1.2,0.5))|The etas of Rprop have to be below 1 and above 1, such as etas=(0.5,1.2), but (1.2,0.5) was given.",
        "Adam(weightdecay=0.1)|Adam has no parameter “weightdecay”. Write weight_decay instead.",
        "adamw()|“adamw” is not known here. Write AdamW instead.",
        "SGD(lr=1);CosineAnealingLR()|“CosineAnealingLR” is not known here. Write CosineAnnealingLR instead.",
        "SGD(lr=0,1)|A parameter of SGD is written with its name, such as lr=0.1, and a decimal with a point.",
        "SGD(lr=0.1,lr=0.2)|lr is given twice. Keep one of the two.",
        "Adam(lr=0.1 eps=1)|Between the parameters of Adam stands a comma, and behind the last a bracket ).",
        "Adam(amsgrad=1)|amsgrad has to be True or False, not 1.",
        "SGD(lr=1);CyclicLR(step_size_down='three')|step_size_down has to be a number or None, not 'three'.",
        "SGD(lr=1);MultiStepLR(milestones=5)|milestones has to be numbers in brackets, such as (10,20), not 5.",
    })
    void saysWhatIsWrong(String line) {
        InputException e = assertThrows(InputException.class, () -> ExperimentText.read("f=x^2&run=" + line.substring(0, line.indexOf('|'))));
        assertEquals(line.substring(line.indexOf('|') + 1), Messages.english().text(e.message()));
    }

    /** Uphill from a steep wall every rule that multiplies the gradient leaves; none is stopped on the way. */
    @ParameterizedTest
    @ValueSource(strings = {"SGD(lr=3)", "SGD(lr=3,momentum=0.9)", "ASGD(lr=3)", "Polyak(lr=9)", "Newton(lr=-3)", "SGD(lr=3);StepLR(step_size=1000)",
        "SGD(lr=3);ExponentialLR(gamma=1)", "SGD(lr=1);OneCycleLR(max_lr=50,total_steps=1000)", "SGD(lr=3);CosineAnnealingLR(T_max=5000)"})
    void reportsTheFirstBadStep(String run) throws InputException {
        Results results = Results.of(ExperimentText.read("f=x^4&x0=2&steps=2000&run=" + run));
        Verdict.Diverged diverged = assertInstanceOf(Verdict.Diverged.class, results.verdicts().get(0));
        Trajectory trajectory = results.trajectories().get(0);
        int bad = diverged.firstBad();
        assertTrue(bad > 0 && bad <= 2000, () -> "first bad step " + bad);
        assertFalse(Double.isFinite(trajectory.x()[0][bad] + trajectory.loss()[bad] + trajectory.gradient()[0][bad]));
        for (int t = 0; t < bad; t++) {
            assertTrue(Double.isFinite(trajectory.x()[0][t] + trajectory.loss()[t] + trajectory.gradient()[0][t]));
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void isExplained(String name) {
        String rule = name.split(" ")[0];
        String parameter = name.split(" ")[1];
        assertTrue(Messages.english().has("rule." + rule), rule);
        assertTrue(parameter.equals("lr") || Messages.english().has("help." + parameter) || Messages.english().has("help." + rule + "." + parameter), name);
    }

    @Test
    void clippingKeepsARunAndSaysWhereItActed() throws InputException {
        Results results = Results.of(ExperimentText.read("f=x^4&x0=2&steps=20&run=SGD(lr=0.1);clip_grad_norm_(max_norm=1)"));
        Trajectory trajectory = results.trajectories().get(0);
        assertTrue(trajectory.clipped()[0]);
        assertFalse(trajectory.clipped()[19]);
        assertEquals(1.9, trajectory.x()[0][1], 1e-6);
    }

    /** Lanes with other rates do not touch each other, whatever the rule remembers. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void lanesAreIndependent(Declaration declaration) throws InputException {
        String one = declaration.name() + "(lr=0.05)";
        String other = declaration.name() + "(lr=0.4)";
        String text = "f=x^2+2y^2+sin(x y)&x0=1,0.7&steps=30&run=";
        double[][] alone = Results.of(ExperimentText.read(text + one)).trajectories().get(0).x();
        double[][] together = Results.of(ExperimentText.read(text + other + "&run=" + one)).trajectories().get(1).x();
        for (int t = 0; t <= 30; t++) {
            assertEquals(alone[0][t], together[0][t]);
            assertEquals(alone[1][t], together[1][t]);
        }
    }

    @Test
    void newtonSolvesAQuadraticInOneStep() throws InputException {
        double[][] x = Results.of(ExperimentText.read("f=x^2+3y^2+x y-x&x0=5,-7&steps=1&run=Newton()")).trajectories().get(0).x();
        assertEquals(6.0 / 11, x[0][1], 1e-14);
        assertEquals(-1.0 / 11, x[1][1], 1e-14);
    }

    @Test
    void armijoNeverClimbsAndCountsItsTrials() throws InputException {
        Trajectory run = Results.of(ExperimentText.read("f=x^2+10sin(x)&x0=-5&steps=20&run=Armijo(lr=2)")).trajectories().get(0);
        for (int t = 0; t < 20; t++) {
            assertTrue(run.loss()[t + 1] <= run.loss()[t]);
        }
        assertTrue(run.losses()[20] > 20);
        assertEquals(21, run.gradients()[20]);
    }
}
