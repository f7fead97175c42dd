package descentlab.parameter;

import descentlab.message.Numerals;
import java.util.List;

/** What a hyperparameter can be set to; {@link #text} writes it as Python does, as the constructors of PyTorch take it. */
public sealed interface Value {
    String text();

    /** Any double but NaN. */
    record Number(double value) implements Value {
        @Override
        public String text() {
            return Numerals.exact(value);
        }
    }

    record Flag(boolean value) implements Value {
        @Override
        public String text() {
            return value ? "True" : "False";
        }
    }

    record Numbers(List<Double> values) implements Value {
        @Override
        public String text() {
            StringBuilder text = new StringBuilder("(");
            for (int i = 0; i < values.size(); i++) {
                text.append(i > 0 ? "," : "").append(Numerals.exact(values.get(i)));
            }
            return text.append(values.size() == 1 ? ",)" : ")").toString();
        }
    }

    /** One of several words; {@code None} is one that PyTorch writes without quotes. */
    record Word(String word) implements Value {
        public static final Word NONE = new Word("None");

        @Override
        public String text() {
            return word.equals(NONE.word) ? word : "'" + word + "'";
        }
    }
}
