package descentlab.experiment;

import descentlab.message.InputException;
import descentlab.message.Message;
import descentlab.message.Numerals;
import descentlab.objective.Criterion;
import descentlab.objective.DataSource;
import descentlab.objective.Learning;
import descentlab.objective.Model;
import descentlab.parameter.Declaration;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of an experiment's text that say what is learned: {@code data=line(noise=0.2)&model=network(layers=(8,8))&loss=MSELoss&batch=10&seed=1}.
 * Model and loss follow from the data where they are left out.
 */
final class LearningText {
    private static final String DATA = "data";
    /** More points of a person's own than this would make the text too long for an address. */
    private static final int MOST_POINTS = 300;
    private static final int MOST_SEED = 1_000_000_000;

    private LearningText() {
    }

    /** @throws InputException with the place in the text that the values were decoded from */
    static Learning read(Map<String, PercentText> values) throws InputException {
        Settings data = call(values, DATA, DataSource.ALL, DataSource.LINE.declaration());
        boolean classes = DataSource.of(data).classifies();
        Settings model = call(values, "model", Model.ALL, model(classes));
        Settings loss = call(values, "loss", Criterion.ALL, loss(classes));
        int batch = whole(values, "batch", DataSource.MOST);
        int seed = whole(values, "seed", MOST_SEED);
        Message problem = Learning.problem(data, model, loss);
        if (problem != null) {
            PercentText at = values.getOrDefault("loss", values.getOrDefault("model", values.get(DATA)));
            at = at == null ? values.values().iterator().next() : at;
            throw new InputException(at.position(0), at.position(at.decoded().length()) - at.position(0), problem);
        }
        return new Learning(data, model, loss, batch, seed);
    }

    /**
     * What is learned with one part of it as a call says. Where another kind of data has other targets, the loss is that which fits them, and the model
     * stays where it is a network.
     *
     * @param key data, model or loss
     * @throws InputException with the place in the call
     */
    static Learning with(Learning present, String key, String call) throws InputException {
        Map<String, PercentText> values = new HashMap<>();
        values.put(key, PercentText.plain(call));
        Settings data = key.equals(DATA) ? call(values, key, DataSource.ALL, null) : present.data();
        return with(present, data, key.equals("model") ? call(values, key, Model.ALL, null) : present.model(),
                key.equals("loss") ? call(values, key, Criterion.ALL, null) : present.loss());
    }

    static Learning with(Learning present, Settings data, Settings model, Settings loss) throws InputException {
        boolean classes = DataSource.of(data).classifies();
        boolean fits = DataSource.of(data).isOwn() ? Learning.problem(data, model, loss) == null : classes == classifies(present);
        boolean stays = data == present.data() || fits;
        Settings fittingModel = stays || model.declaration() == Model.NETWORK.declaration() ? model : model(classes).settings(Map.of());
        Settings fittingLoss = stays ? loss : loss(classes).settings(Map.of());
        Message problem = Learning.problem(data, fittingModel, fittingLoss);
        if (problem != null) {
            throw new InputException(0, 0, problem);
        }
        return new Learning(data, fittingModel, fittingLoss, present.batch(), present.seed());
    }

    /** Of a person's own data the loss tells. */
    private static boolean classifies(Learning present) {
        DataSource source = DataSource.of(present.data());
        return source.isOwn() ? present.criterion().classifies() : source.classifies();
    }

    private static Declaration model(boolean classes) {
        return (classes ? Model.LOGISTIC : Model.LINEAR).declaration();
    }

    private static Declaration loss(boolean classes) {
        return (classes ? Criterion.BCE : Criterion.MSE).declaration();
    }

    private static Settings call(Map<String, PercentText> values, String key, List<Declaration> declarations, Declaration otherwise)
            throws InputException {
        PercentText value = values.get(key);
        if (value == null) {
            return otherwise.settings(Map.of());
        }
        try {
            return CallReader.settings(value.decoded(), declarations, "learning." + key);
        } catch (InputException e) {
            int at = value.position(e.position());
            throw new InputException(at, value.position(e.position() + e.length()) - at, e.message());
        }
    }

    /** A whole number from 0, which is the default. */
    private static int whole(Map<String, PercentText> values, String key, int most) throws InputException {
        PercentText value = values.get(key);
        if (value == null) {
            return 0;
        }
        int from = value.position(0);
        int length = value.position(value.decoded().length()) - from;
        double number;
        try {
            number = NumberReader.read(value.decoded(), 0, value.decoded().length());
        } catch (InputException e) {
            throw new InputException(from, length, e.message());
        }
        if (number != Math.floor(number) || number < 0 || number > most) {
            throw new InputException(from, length, "number.whole", key, "0", Numerals.count(most));
        }
        return (int) number;
    }

    /** The data always, the rest only where it is not what follows without it. */
    static void write(StringBuilder text, Learning learning, List<Double> start) {
        boolean classes = DataSource.of(learning.data()).classifies();
        String model = call(learning.model());
        String loss = call(learning.loss());
        text.append("data=").append(PercentText.encode(call(isInText(learning) ? learning.data() : withoutPoints(learning.data()))));
        ExperimentText.append(text, !model.equals(model(classes).name()), "model", PercentText.encode(model));
        ExperimentText.append(text, !loss.equals(loss(classes).name()), "loss", PercentText.encode(loss));
        ExperimentText.append(text, learning.batch() > 0, "batch", Numerals.exact(learning.batch()));
        ExperimentText.append(text, learning.seed() > 0, "seed", Numerals.exact(learning.seed()));
        boolean own = start.equals(Experiment.boxed(learning.start()));
        ExperimentText.append(text, !own, "x0", own ? "" : ExperimentText.joined(start));
    }

    /** Whether its data are in the text, and so in a link: generated ones by their rule, a person's own where they are not too many. */
    static boolean isInText(Learning learning) {
        return !DataSource.of(learning.data()).isOwn() || learning.data().numbers("y").size() <= MOST_POINTS;
    }

    private static Settings withoutPoints(Settings data) {
        Settings counted = data.with("elsewhere", new Value.Number(data.numbers("y").size()));
        for (String column : new String[] {"x", "x2", "y"}) {
            counted = counted.with(column, new Value.Numbers(List.of()));
        }
        return counted;
    }

    /** As it is read: without brackets where all parameters have their defaults. */
    private static String call(Settings settings) {
        String call = settings.text();
        return call.endsWith("()") ? call.substring(0, call.length() - 2) : call;
    }
}
