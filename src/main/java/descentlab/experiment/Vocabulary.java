package descentlab.experiment;

import descentlab.message.InputException;
import descentlab.objective.Problem;
import java.util.Map;

/**
 * What the text of an experiment can say besides a formula and rates of plain gradient descent. A program that understands less is smaller: what {@link
 * #plain} leaves out, the compiler leaves out of a program that reads no more. What is null is not understood.
 */
public record Vocabulary(Examples examples, Runs runs, Charts charts, Learner learner) {
    /** The text of the experiment of a key of the catalogue, or null where there is none. */
    interface Examples {
        String text(String key);
    }

    /** Reads a run, such as {@code Adam(lr=0.1);StepLR(step_size=10)}. */
    interface Runs {
        Run read(String text) throws InputException;
    }

    /** Starts to read which picture of many descents is asked for. */
    interface Charts {
        Reading start();
    }

    /** A part of an experiment that not every program knows: one that never makes any compiles none of it. */
    interface Part {
        /** As pairs of the text, each after an ampersand. */
        String text();
    }

    /** Reads the pairs of a text that say it. */
    interface Reading {
        /** Takes a pair, if it is one of these; its value stands in the text from {@code from} to {@code to}. */
        boolean take(String key, String text, int from, int to) throws InputException;

        /** What has been read, or null where no picture is asked for. */
        Chart chart() throws InputException;
    }

    /** Reads what is learned from the values of the keys that say so. */
    interface Learner {
        Problem read(Map<String, PercentText> values) throws InputException;
    }

    public static Vocabulary whole() {
        return new Vocabulary(Catalogue::text, Run::read, ChartReader::new, LearningText::read);
    }

    public static Vocabulary plain() {
        return new Vocabulary(CatalogueEntry::curve, null, null, null);
    }
}
