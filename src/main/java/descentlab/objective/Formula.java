package descentlab.objective;

import descentlab.expression.Derivative;
import descentlab.expression.Expression;
import descentlab.expression.Expression.Call;
import descentlab.expression.Expression.Number;
import descentlab.expression.Expression.Variable;
import descentlab.expression.Graph;
import descentlab.expression.NativeTape;
import descentlab.expression.Operation;
import descentlab.expression.Parser;
import descentlab.expression.Tape;
import descentlab.message.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A formula in x, or in x and y, as an objective: gradient and Hessian are its symbolic derivatives. The tapes are compiled when they are first
 * needed. Not for several threads, as the tapes are not.
 */
public final class Formula implements Problem {
    /** Each coordinate of the start unless it is said. */
    public static final double STANDARD_START = -5;
    /** What a letter stands for unless it is set. */
    public static final double STANDARD_PARAMETER = 1;
    private static final List<String> VARIABLES = List.of("x", "y");

    private final String text;
    private final int dimension;
    private final Expression expression;
    private final Map<String, Double> parameters = new HashMap<>();
    private final List<String> letters = new ArrayList<>();
    private final Expression filled;
    private final Graph graph = new Graph(VARIABLES);
    private final int value;
    private final int[] partials;
    private final double[][] lossOutput = new double[1][];
    private final double[][] gradientOutputs;
    private Tape lossTape;
    private Tape gradientTape;
    private Tape hessianTape;

    private Formula(String text, Expression expression, int least, Map<String, Double> given) {
        this.text = text.trim();
        this.expression = expression;
        filled = filled(expression, given);
        value = graph.add(filled);
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

    public static Formula parse(String text, int least) throws InputException {
        return parse(text, least, Map.of());
    }

    /**
     * @param given the numbers that letters such as a stand for, where they are not {@link #STANDARD_PARAMETER}; those that do not occur are left
     * @param least the dimension at least, 1 or 2: x^2 can be a function of x and y too
     * @throws InputException with the place of a mistake in the text
     */
    public static Formula parse(String text, int least, Map<String, Double> given) throws InputException {
        return new Formula(text, Parser.parse(text, VARIABLES), least, given);
    }

    /** The same formula with another number for a letter. */
    public Formula with(String parameter, double number) {
        Map<String, Double> changed = new HashMap<>(parameters);
        changed.put(parameter, number);
        return new Formula(text, expression, dimension, changed);
    }

    /** Numbers in the places of the letters that stand for them, noting which do; the same object where there are none. */
    private Expression filled(Expression part, Map<String, Double> given) {
        if (part instanceof Variable variable && !VARIABLES.contains(variable.name())) {
            double number = given.getOrDefault(variable.name(), STANDARD_PARAMETER);
            if (parameters.put(variable.name(), number) == null) {
                list(variable.name());
            }
            return new Number(number);
        }
        if (!(part instanceof Call)) {
            return part;
        }
        // Down the left side without recursion: a sum of a thousand terms is as deep there.
        List<Call> calls = new ArrayList<>();
        Expression left = part;
        while (left instanceof Call call) {
            calls.add(call);
            left = call.arguments().get(0);
        }
        Expression changed = filled(left, given);
        for (int i = calls.size() - 1; i >= 0; i--) {
            Call call = calls.get(i);
            boolean unary = call.arguments().size() == 1;
            Expression right = unary ? null : filled(call.arguments().get(1), given);
            boolean same = changed == call.arguments().get(0) && (unary || right == call.arguments().get(1));
            changed = same ? call : unary ? Expression.call(call.operation(), changed) : Expression.call(call.operation(), changed, right);
        }
        return changed;
    }

    private void list(String letter) {
        int at = 0;
        while (at < letters.size() && letters.get(at).compareTo(letter) < 0) {
            at++;
        }
        letters.add(at, letter);
    }

    /** As it was typed, without the blanks around it. */
    public String text() {
        return text;
    }

    /** As it was written, with letters. */
    public Expression expression() {
        return expression;
    }

    /** With numbers in the places of letters. */
    public Expression filledExpression() {
        return filled;
    }

    /** The letters in it that stand for numbers, in alphabetical order. */
    public List<String> letters() {
        return letters;
    }

    /** What these letters stand for. */
    public Map<String, Double> parameters() {
        return parameters;
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

    /** Not so with these operations: their slopes exist, or are 0, beyond their domain too, or beyond that of their argument. */
    @Override
    public boolean endsForGood() {
        return !graph.usesAny(Operation.LOG, Operation.LOG10, Operation.LOG2, Operation.ATANH, Operation.ACOSH, Operation.FLOOR, Operation.CEIL, Operation.SIGN);
    }

    @Override
    public double[] start() {
        double[] start = new double[dimension];
        Arrays.fill(start, STANDARD_START);
        return start;
    }

    @Override
    public void accept(Visitor visitor) {
        visitor.formula(this);
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
        gradientOutputs[0] = loss;
        System.arraycopy(gradient, 0, gradientOutputs, 1, dimension);
        gradientTape().evaluate(x, gradientOutputs, lanes);
    }

    /** Of value and partial derivatives. */
    public Tape gradientTape() {
        if (gradientTape == null) {
            int[] outputs = new int[1 + dimension];
            outputs[0] = value;
            System.arraycopy(partials, 0, outputs, 1, dimension);
            gradientTape = Tape.compile(graph, outputs);
        }
        return gradientTape;
    }

    @Override
    public NativeTape code(int lanes, int steps) {
        return gradientTape().made(lanes, steps);
    }

    @Override
    public boolean isSmooth() {
        return graph.isSmooth();
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
