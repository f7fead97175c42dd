package descentlab.experiment;

import descentlab.message.InputException;
import descentlab.optimizer.Clipping;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.Sgd;
import descentlab.parameter.Declaration;
import descentlab.schedule.Manual;
import descentlab.schedule.Schedule;
import descentlab.schedule.Schedules;
import java.util.ArrayList;
import java.util.List;

/**
 * What the text of an experiment can name. A program that knows fewer names is smaller: what {@link #plain} leaves out, the compiler leaves out of a
 * program that reads no others.
 */
public record Vocabulary(List<Optimizer.Rule> optimizers, List<Schedule.Rule> schedules, List<Declaration> clippings, Charts charts) {
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

    public static Vocabulary whole() {
        return new Vocabulary(Optimizers.ALL, Schedules.ALL, Clipping.ALL, ChartReader::new);
    }

    /** Gradient descent whose rate is constant or set by hand. */
    public static Vocabulary plain() {
        return new Vocabulary(List.of(Sgd.RULE), List.of(Manual.RULE), List.of(), null);
    }

    /** The names of update rules. */
    List<Declaration> rules() {
        List<Declaration> rules = new ArrayList<>();
        for (Optimizer.Rule rule : optimizers) {
            rules.add(rule.declaration());
        }
        return rules;
    }

    /** The names that can follow a rule. */
    List<Declaration> options() {
        List<Declaration> options = new ArrayList<>(clippings);
        for (Schedule.Rule schedule : schedules) {
            options.add(schedule.declaration());
        }
        return options;
    }

    /** @param declaration of one of the update rules */
    Optimizer.Rule optimizer(Declaration declaration) {
        Optimizer.Rule found = optimizers.get(0);
        for (Optimizer.Rule rule : optimizers) {
            found = rule.declaration() == declaration ? rule : found;
        }
        return found;
    }

    /** @param declaration of one of the schedules */
    Schedule.Rule schedule(Declaration declaration) {
        Schedule.Rule found = schedules.get(0);
        for (Schedule.Rule schedule : schedules) {
            found = schedule.declaration() == declaration ? schedule : found;
        }
        return found;
    }
}
