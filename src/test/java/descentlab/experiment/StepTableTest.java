package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import descentlab.descent.Trajectory;
import descentlab.message.InputException;
import descentlab.message.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTableTest {
    private static List<StepTable.Column> columns(String text) throws InputException {
        Experiment experiment = ExperimentText.read(text);
        return StepTable.of(experiment, run(experiment), Messages.english());
    }

    private static Trajectory run(Experiment experiment) {
        return Results.of(experiment).trajectories().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "f=x^2&x0=1&lr=0.25&steps=2 | xₜ, f(xₜ), f′(xₜ), η of the step, Δx of the step",
        "f=x^2+y^2&x0=1,1&lr=0.25&steps=2 | xₜ, yₜ, f(xₜ), ∂f/∂x, ∂f/∂y, η of the step",
        "data=line&lr=0.1&steps=2 | wₜ, bₜ, loss, ∂loss/∂w, ∂loss/∂b, η of the step",
        "data=moons&model=network(layers=(8,8))&lr=0.1&steps=2 | loss, length of the gradient, length of the step, η of the step"})
    void everyColumnHasItsHead(String text, String heads) throws InputException {
        assertEquals(heads, String.join(", ", columns(text).stream().map(StepTable.Column::head).toList()));
    }

    @Test
    void theStepOfGradientDescentIsTheRateTimesTheGradient() throws InputException {
        List<StepTable.Column> columns = columns("data=moons&model=network(layers=(3,))&lr=0.5&steps=2");
        double[] slope = columns.get(1).values();
        assertArrayEquals(new double[] {0.5 * slope[0], 0.5 * slope[1]}, columns.get(2).values(), 1e-15);
    }
}
