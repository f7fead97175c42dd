package descentlab.experiment;

import descentlab.descent.Descent;
import descentlab.experiment.JsonReader.Node;
import descentlab.message.InputException;
import descentlab.message.Messages;
import descentlab.message.Numerals;
import descentlab.objective.Activation;
import descentlab.objective.Criterion;
import descentlab.objective.Network;
import descentlab.objective.TrainingLoss;
import java.util.ArrayList;
import java.util.List;

/** The library's function {@code train}: a network, data and an update rule as JSON in, the loss of each step and the last weights as JSON out. */
public final class Train {
    private static final int MOST_PARAMETERS = 1_000_000;

    private final Node request;
    private final int[] sizes;
    private final Criterion criterion;

    private Train(Node request) throws InputException {
        this.request = request;
        sizes = sizes(request.required("sizes"));
        Node name = request.required("loss_function");
        criterion = Criterion.named(name.string("loss_function"));
        if (criterion == null) {
            List<String> names = new ArrayList<>();
            for (Criterion each : Criterion.values()) {
                names.add(each.declaration().name());
            }
            throw name.error("train.loss", name.string("loss_function"), String.join(", ", names));
        }
    }

    /**
     * {@code {"loss":[…],"end":[…]}}: the loss that each step began with and the weights after the last, or {@code
     * {"error":{"message":…,"position":…,"length":…}}}; never an exception.
     *
     * @param json {@code sizes}, units of each layer; {@code activation}, {@code loss_function}, {@code inputs}, {@code targets}, {@code optimizer}
     *             and {@code schedule} with PyTorch's names; {@code start}, weights and biases layer by layer; {@code steps}
     */
    public static String of(String json) {
        try {
            return new Train(JsonReader.read(json)).answer();
        } catch (InputException e) {
            String message = Json.string(Messages.english().text(e.message()));
            return "{\"error\":{\"message\":" + message + ",\"position\":" + e.position() + ",\"length\":" + e.length() + "}}";
        }
    }

    private String answer() throws InputException {
        double[][] inputs = columns(request.required("inputs"), "inputs", sizes[0]);
        int examples = inputs[0].length;
        double[][] targets = targets(request.required("targets"), examples);
        Network network = new Network(sizes, activation(), true, examples);
        double[][] x = start(network, request.required("start"));
        Node stepsNode = request.required("steps");
        double steps = stepsNode.number("steps");
        if (steps != Math.floor(steps) || steps < 0 || steps > Experiment.MOST_STEPS) {
            throw stepsNode.error("number.whole", "steps", "0", Numerals.count(Experiment.MOST_STEPS));
        }
        Descent descent = Results.start(new TrainingLoss(network, criterion, 1, 0, inputs, targets, examples), List.of(run()), x);
        double[] loss = new double[(int) steps];
        for (int t = 0; t < steps; t++) {
            loss[t] = descent.loss(0);
            descent.step();
        }
        return "{\"loss\":" + Json.numbers(loss) + ",\"end\":" + weights(network, descent) + "}";
    }

    private static int[] sizes(Node node) throws InputException {
        List<Node> nodes = node.list("sizes");
        int[] sizes = new int[nodes.size()];
        double parameters = 0;
        for (int k = 0; k < sizes.length; k++) {
            double size = nodes.get(k).number("sizes");
            sizes[k] = (int) size;
            parameters += k == 0 ? 0 : size * (sizes[k - 1] + 1);
            if (size != sizes[k] || size < 1) {
                throw nodes.get(k).error("train.sizes");
            }
        }
        if (sizes.length < 2 || parameters > MOST_PARAMETERS) {
            throw node.error(sizes.length < 2 ? "train.sizes" : "train.large", Numerals.count(MOST_PARAMETERS));
        }
        return sizes;
    }

    private Activation activation() throws InputException {
        Node node = request.get("activation");
        if (node == null && sizes.length > 2) {
            throw request.error("json.missing", "activation");
        }
        Activation activation = node == null ? null : Activation.named(node.string("activation").toLowerCase());
        if (activation == null && node != null) {
            throw node.error("train.activation", node.string("activation"));
        }
        return activation;
    }

    /** Rows of so many numbers as columns. */
    private static double[][] columns(Node node, String name, int width) throws InputException {
        List<Node> rows = node.list(name);
        if (rows.isEmpty()) {
            throw node.error("train.empty", name);
        }
        double[][] columns = new double[width][rows.size()];
        for (int e = 0; e < rows.size(); e++) {
            List<Node> row = rows.get(e).list(name);
            if (row.size() != width) {
                throw rows.get(e).error("train.row", name, Numerals.count(e + 1), Numerals.count(width), Numerals.count(row.size()));
            }
            for (int i = 0; i < width; i++) {
                columns[i][e] = row.get(i).number(name);
            }
        }
        return columns;
    }

    private double[][] targets(Node node, int examples) throws InputException {
        int outputs = sizes[sizes.length - 1];
        boolean classes = criterion == Criterion.CROSS_ENTROPY;
        List<Node> rows = node.list("targets");
        boolean bare = classes && !rows.isEmpty() && rows.get(0).value() instanceof Double;
        double[][] targets = bare ? new double[1][rows.size()] : columns(node, "targets", classes ? 1 : outputs);
        for (int e = 0; e < rows.size(); e++) {
            targets[0][e] = bare ? rows.get(e).number("targets") : targets[0][e];
            double target = targets[0][e];
            if (classes && (target != Math.floor(target) || target < 0 || target >= outputs)) {
                throw rows.get(e).error("train.class", Numerals.count(outputs - 1), Numerals.exact(target));
            }
        }
        if (rows.size() != examples) {
            throw node.error("train.rows", Numerals.count(examples), Numerals.count(rows.size()));
        }
        return targets;
    }

    private double[][] start(Network network, Node node) throws InputException {
        List<Node> tensors = node.list("start");
        if (tensors.size() != 2 * network.layers()) {
            throw node.error("train.tensors", Numerals.count(2 * network.layers()), Numerals.count(tensors.size()));
        }
        double[][] x = new double[network.dimension()][1];
        for (int k = 0; k < network.layers(); k++) {
            Node matrix = tensors.get(2 * k);
            Node vector = tensors.get(2 * k + 1);
            double[][] weights = columns(matrix, "start", network.inputs(k));
            List<Node> biases = vector.list("start");
            int units = network.units(k);
            if (weights[0].length != units || biases.size() != units) {
                throw (weights[0].length != units ? matrix : vector).error("train.units", Numerals.count(k + 1), Numerals.count(units));
            }
            for (int j = 0; j < units; j++) {
                for (int i = 0; i < network.inputs(k); i++) {
                    x[network.firstWeight(k) + j * network.inputs(k) + i][0] = weights[i][j];
                }
                x[network.firstWeight(k) + network.weights(k) + j][0] = biases.get(j).number("start");
            }
        }
        return x;
    }

    /** The optimizer and the schedule, written as the text of a run and read as such. */
    private Run run() throws InputException {
        Node optimizer = request.required("optimizer");
        Node schedule = request.get("schedule");
        boolean scheduled = schedule != null && schedule.value() != null;
        Node place = optimizer;
        try {
            Run run = Run.read(call(optimizer, "optimizer"));
            place = schedule;
            return scheduled ? Run.read(run.text() + ";" + call(schedule, "schedule")) : run;
        } catch (InputException e) {
            throw new InputException(place.from(), place.to() - place.from(), e.message());
        }
    }

    private static String call(Node node, String name) throws InputException {
        StringBuilder call = new StringBuilder(node.required("name").string(name)).append('(');
        String separator = "";
        JsonReader.Fields fields = (JsonReader.Fields) node.value();
        for (int k = 0; k < fields.names().size(); k++) {
            if (!fields.names().get(k).equals("name")) {
                call.append(separator).append(fields.names().get(k)).append('=').append(python(fields.nodes().get(k).value()));
                separator = ",";
            }
        }
        return call.append(')').toString();
    }

    private static String python(Object value) {
        if (value instanceof List<?> list) {
            StringBuilder tuple = new StringBuilder("(");
            for (Object each : list) {
                tuple.append(python(((Node) each).value())).append(',');
            }
            return tuple.append(')').toString();
        }
        return value instanceof Double number ? Numerals.exact(number) : value instanceof Boolean flag ? flag ? "True" : "False"
                : value instanceof String word ? "'" + word + "'" : "None";
    }

    private static String weights(Network network, Descent descent) {
        StringBuilder json = new StringBuilder("[");
        for (int k = 0; k < network.layers(); k++) {
            json.append(k > 0 ? ",[" : "[");
            for (int j = 0; j < network.units(k); j++) {
                json.append(j > 0 ? "," : "").append(Json.numbers(part(descent, network.firstWeight(k) + j * network.inputs(k), network.inputs(k))));
            }
            json.append("],").append(Json.numbers(part(descent, network.firstWeight(k) + network.weights(k), network.units(k))));
        }
        return json.append(']').toString();
    }

    private static double[] part(Descent descent, int from, int count) {
        double[] part = new double[count];
        for (int i = 0; i < count; i++) {
            part[i] = descent.x(from + i, 0);
        }
        return part;
    }
}
