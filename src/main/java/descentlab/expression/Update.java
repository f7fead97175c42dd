package descentlab.expression;

import descentlab.message.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a rule computes for each coordinate in one step, so that it can be compiled together with the gradient. The lines are computed as they are
 * written, from left to right, so that they give the bits of the rule's own code.
 *
 * @param memory  names that keep their value from one step to the next
 * @param numbers names of numbers that are the same in all lanes, which may change from step to step
 * @param lines   assignments to the memory and at last to x, of formulas in x, its slope g, the learning rate, the memory and the numbers
 */
public record Update(List<String> memory, List<String> numbers, List<String> lines) {
    /** Gradient descent and nothing else. */
    public static final Update PLAIN = new Update(List.of(), List.of(), List.of("x = x - rate g"));

    /** The same after other lines, which may also change g, and with their numbers before its own. */
    public Update after(List<String> moreNumbers, List<String> before) {
        return new Update(memory, joined(moreNumbers, numbers), joined(before, lines));
    }

    private static List<String> joined(List<String> first, List<String> then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    /** From x, g, rate, the memory and the numbers to x and the memory after the step. */
    Tape tape() {
        List<String> names = new ArrayList<>(List.of("x", "g", "rate"));
        names.addAll(memory);
        names.addAll(numbers);
        Graph graph = new Graph(names);
        int[] nodes = new int[names.size()];
        Arrays.setAll(nodes, graph::variable);
        for (String line : lines) {
            int equals = line.indexOf(" = ");
            nodes[names.indexOf(line.substring(0, equals))] = graph.add(formula(line.substring(equals + 3), names), nodes);
        }
        int[] outputs = new int[1 + memory.size()];
        outputs[0] = nodes[0];
        for (int k = 0; k < memory.size(); k++) {
            outputs[1 + k] = nodes[names.indexOf(memory.get(k))];
        }
        return Tape.compile(graph, outputs);
    }

    private static Expression formula(String text, List<String> names) {
        try {
            return Parser.parse(text, names);
        } catch (InputException mistake) {
            throw new IllegalArgumentException(text, mistake);
        }
    }
}
