package descentlab.objective;

import descentlab.expression.Derivative;
import descentlab.expression.Expression;
import descentlab.expression.Graph;
import descentlab.expression.Parser;
import descentlab.expression.Tape;
import descentlab.message.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * A formula in x, or in x and y, as an objective: gradient and Hessian are its symbolic derivatives. The tapes are compiled when they are first
 * needed. Not for several threads, as the tapes are not.
 */
public final class Formula implements Objective {
    private static final List<String> VARIABLES = List.of("x", "y");

    private final String text;
    private final int dimension;
    private final Expression expression;
    private final Graph graph = new Graph(VARIABLES);
    private final int value;
    private final int[] partials;
    private final double[][] lossOutput = new double[1][];
    private final double[][] gradientOutputs;
    private Tape lossTape;
    private Tape gradientTape;
    private Tape hessianTape;

    private Formula(String text, Expression expression, int least) {
        this.text = text.trim();
        this.expression = expression;
        value = graph.add(expression);
        dimension = graph.uses(1) ? 2 : Math.max(1, Math.min(2, least));
        partials = new int[dimension];
        for (int i = 0; i < dimension; i++) {
            partials[i] = Derivative.of(graph, value, i);
        }
        gradientOutputs = new double[1 + dimension][];
    }

    /** A function of x, or of x and y where y occurs; a constant is a function of x. */
    public static Formula parse(String text) throws InputException {
        return parse(text, 1);
    }

    /**
     * @param least the dimension at least, 1 or 2: x^2 can be a function of x and y too
     * @throws InputException with the place of a mistake in the text
     */
    public static Formula parse(String text, int least) throws InputException {
        return new Formula(text, Parser.parse(text, VARIABLES), least);
    }

    /** As it was typed, without the blanks around it. */
    public String text() {
        return text;
    }

    public Expression expression() {
        return expression;
    }

    /** The partial derivatives, simplified, in the order of the coordinates. */
    public List<Expression> derivatives() {
        List<Expression> derivatives = new ArrayList<>();
        for (int partial : partials) {
            derivatives.add(graph.expression(partial));
        }
        return derivatives;
    }

    /** The second derivatives, simplified, row by row. */
    public List<Expression> secondDerivatives() {
        List<Expression> derivatives = new ArrayList<>();
        for (int k = 0; k < dimension * dimension; k++) {
            derivatives.add(graph.expression(Derivative.of(graph, partials[k / dimension], k % dimension)));
        }
        return derivatives;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void loss(double[][] x, double[] loss, int lanes) {
        if (lossTape == null) {
            lossTape = Tape.compile(graph, value);
        }
        lossOutput[0] = loss;
        lossTape.evaluate(x, lossOutput, lanes);
    }

    @Override
    public void gradient(double[][] x, double[] loss, double[][] gradient, int lanes) {
        if (gradientTape == null) {
            int[] outputs = new int[1 + dimension];
            outputs[0] = value;
            System.arraycopy(partials, 0, outputs, 1, dimension);
            gradientTape = Tape.compile(graph, outputs);
        }
        gradientOutputs[0] = loss;
        System.arraycopy(gradient, 0, gradientOutputs, 1, dimension);
        gradientTape.evaluate(x, gradientOutputs, lanes);
    }

    @Override
    public void hessian(double[][] x, double[][] hessian, int lanes) {
        if (hessianTape == null) {
            int[] outputs = new int[dimension * dimension];
            for (int k = 0; k < outputs.length; k++) {
                outputs[k] = Derivative.of(graph, partials[k / dimension], k % dimension);
            }
            hessianTape = Tape.compile(graph, outputs);
        }
        hessianTape.evaluate(x, hessian, lanes);
    }
}
