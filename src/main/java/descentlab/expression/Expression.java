package descentlab.expression;

import java.util.List;

/** A formula as a tree, as it was written. */
public sealed interface Expression {
    record Number(double value) implements Expression {
    }

    record Variable(String name) implements Expression {
    }

    record Call(Operation operation, List<Expression> arguments) implements Expression {
    }

    static Expression call(Operation operation, Expression... arguments) {
        return new Call(operation, List.of(arguments));
    }
}
