package descentlab.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import descentlab.expression.Expression;
import descentlab.message.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"x^2; 1; 1", "x^2; 2; 2", "x y; 1; 2", "y; 1; 2", "3; 1; 1", "3; 2; 2", "x + 0y; 1; 2", "y^0; 1; 2",
        "x^2; 0; 1", "x^2; 7; 2"})
    void dimensionIsTwoWhereYOccurs(String text, int least, int dimension) throws InputException {
        assertEquals(dimension, Formula.parse(text, least).dimension());
        assertEquals(dimension, Formula.parse(text, least).derivatives().size());
    }

    @Test
    void keepsItsTextWithoutTheBlanksAround() throws InputException {
        assertEquals("X²", Formula.parse(" X² ").text());
        assertEquals(new Expression.Variable("x"), Formula.parse("x").expression());
        assertEquals(List.of(new Expression.Number(1)), Formula.parse("x").derivatives());
    }

    @Test
    void lossGradientAndHessianOfManyPoints() throws InputException {
        Formula rosenbrock = Formula.parse("(1-x)^2 + 100(y-x^2)^2");
        double[][] x = {{1, 0, -1.2, 9}, {1, 0, 1, 9}};
        double[] loss = new double[4];
        double[][] gradient = new double[2][4];
        double[][] hessian = new double[4][4];
        rosenbrock.gradient(x, loss, gradient, 3);
        rosenbrock.hessian(x, hessian, 3);
        assertArrayEquals(new double[] {0, 1, 24.2, 0}, loss, 1e-13);
        assertArrayEquals(new double[] {0, -2, -215.6, 0}, gradient[0], 1e-12);
        assertArrayEquals(new double[] {0, 0, -88, 0}, gradient[1], 1e-12);
        assertArrayEquals(new double[] {802, 2, 1330, 0}, hessian[0], 1e-12);
        assertArrayEquals(new double[] {-400, 0, 480, 0}, hessian[1], 1e-12);
        assertArrayEquals(hessian[1], hessian[2], 1e-12);
        assertArrayEquals(new double[] {200, 200, 200, 0}, hessian[3], 1e-12);
        double[] again = new double[4];
        rosenbrock.loss(x, again, 4);
        assertArrayEquals(new double[] {loss[0], loss[1], loss[2], 64 + 100 * 72 * 72}, again);
    }

    @Test
    void aFunctionOfXAloneInTwoDimensions() throws InputException {
        Formula valley = Formula.parse("x^2", 2);
        double[][] gradient = new double[2][1];
        double[][] hessian = new double[4][1];
        valley.gradient(new double[][] {{3}, {5}}, new double[1], gradient, 1);
        valley.hessian(new double[][] {{3}, {5}}, hessian, 1);
        assertArrayEquals(new double[][] {{6}, {0}}, gradient);
        assertArrayEquals(new double[][] {{2}, {0}, {0}, {0}}, hessian);
    }

    @Test
    void whatHasNoValueIsNaN() throws InputException {
        double[] loss = new double[2];
        double[][] gradient = new double[1][2];
        Formula.parse("sqrt(x)").gradient(new double[][] {{-1, 4}}, loss, gradient, 2);
        assertArrayEquals(new double[] {Double.NaN, 2}, loss);
        assertArrayEquals(new double[] {Double.NaN, 0.25}, gradient[0]);
    }

    @Test
    void aMistakeHasAPlace() {
        InputException mistake = assertThrows(InputException.class, () -> Formula.parse("x + z"));
        assertEquals(4, mistake.position());
        assertEquals(1, mistake.length());
    }
}
