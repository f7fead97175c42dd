package descentlab.browser;

import descentlab.browser.Lab.Change;
import descentlab.experiment.Experiment;
import descentlab.experiment.Race;
import descentlab.experiment.Results;
import descentlab.experiment.Run;
import descentlab.experiment.Tuning;
import descentlab.message.Numerals;
import descentlab.scene.Mark;
import descentlab.survey.RateSearch;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/** The runs side by side in a table that sorts by any column, and the button that gives each the best of the same number of rates first. */
final class RaceView implements Lab.View {
    /** Milliseconds of work at once. */
    private static final double SLICE = 12;
    private static final String[] HEADS = {"race.run", "race.steps", "race.losses", "race.gradients", "race.best", "race.last"};

    private final Lab lab;
    private final HTMLElement details = Dom.element("race-details");
    private final HTMLElement body = Dom.element("race-body");
    private final List<HTMLElement> heads = new ArrayList<>();
    private int column = 1;
    private boolean descending;
    private Results filled;
    private boolean dark;

    RaceView(Lab lab) {
        this.lab = lab;
        for (int i = 0; i < HEADS.length; i++) {
            addHead(i);
        }
        Dom.on(details, "toggle", event -> lab.redraw());
        Dom.on(Dom.element("tune"), "click", event -> tune());
    }

    private void addHead(int index) {
        HTMLElement head = Dom.create("th", "");
        HTMLElement button = Dom.create("button", "");
        head.setAttribute("scope", "col");
        button.setAttribute("type", "button");
        Dom.setText(button, Dom.MESSAGES.text(HEADS[index]));
        Dom.on(button, "click", event -> {
            descending = column == index && !descending;
            column = index;
            fill();
        });
        head.appendChild(button);
        heads.add(head);
        Dom.element("race-head").appendChild(head);
    }

    private void tune() {
        Experiment experiment = lab.experiment();
        tune(experiment, new Tuning(experiment));
    }

    /** Tries rates for a while, and goes on after the page has answered; what a person changes meanwhile ends it. */
    private void tune(Experiment experiment, Tuning tuning) {
        if (lab.experiment() != experiment) {
            Dom.setText(Dom.element("tuned"), "");
            return;
        }
        double end = Dom.now() + SLICE;
        boolean more = tuning.advance();
        while (more && Dom.now() < end) {
            more = tuning.advance();
        }
        if (more) {
            Dom.setText(Dom.element("tuned"), Dom.MESSAGES.text("race.tuning", Numerals.count(RateSearch.TRIALS), Numerals.count(10 * (int) (10 * tuning.progress()))));
            Window.setTimeout(() -> tune(experiment, tuning), 0);
        } else {
            finish(experiment, tuning.tuned());
        }
    }

    private void finish(Experiment experiment, Experiment tuned) {
        int kept = 0;
        for (Run run : experiment.runs()) {
            kept += Race.isTunable(run) ? 0 : 1;
        }
        String lowest = Numerals.brief(RateSearch.LOWEST);
        String done = Dom.MESSAGES.text("race.tuned", Numerals.count(experiment.runs().size() - kept), Numerals.count(RateSearch.TRIALS), lowest,
                Numerals.brief(RateSearch.HIGHEST));
        lab.set(tuned, Change.DONE);
        Dom.setText(Dom.element("tuned"), done + (kept == 0 ? "" : " " + Dom.MESSAGES.text("race.kept", Numerals.count(kept))));
    }

    @Override
    public void show(Lab lab) {
        boolean changed = filled != lab.results() || dark != Theme.isDark();
        if (details.hasAttribute("open") && changed) {
            fill();
        }
    }

    private void fill() {
        filled = lab.results();
        dark = Theme.isDark();
        List<Race.Standing> standings = sorted(Race.standings(filled));
        Dom.empty(body);
        for (Race.Standing standing : standings) {
            body.appendChild(row(standing));
        }
        for (int i = 0; i < heads.size(); i++) {
            heads.get(i).setAttribute("aria-sort", i != column ? "none" : descending ? "descending" : "ascending");
        }
    }

    /** By insertion: there are few. What is not a number or was not reached stands last either way. */
    private List<Race.Standing> sorted(List<Race.Standing> standings) {
        List<Race.Standing> sorted = new ArrayList<>();
        for (Race.Standing standing : standings) {
            int place = sorted.size();
            while (place > 0 && isBefore(standing.numbers()[column], sorted.get(place - 1).numbers()[column])) {
                place--;
            }
            sorted.add(place, standing);
        }
        return sorted;
    }

    private boolean isBefore(double value, double other) {
        boolean number = value - value == 0;
        boolean otherNumber = other - other == 0;
        return number && (!otherNumber || (descending ? value > other : value < other));
    }

    private HTMLElement row(Race.Standing standing) {
        HTMLElement row = Dom.create("tr", "");
        HTMLElement name = Dom.create("th", "");
        name.setAttribute("scope", "row");
        name.appendChild(Theme.mark(Mark.of(standing.run()), Theme.palette().run(standing.run())));
        HTMLElement words = Dom.create("span", "");
        Dom.setText(words, lab.explanation(standing.run()).name());
        name.appendChild(words);
        row.appendChild(name);
        double[] numbers = standing.numbers();
        for (int i = 1; i < numbers.length; i++) {
            HTMLElement cell = Dom.create("td", "");
            boolean reached = i > 1 || numbers[i] < Double.POSITIVE_INFINITY;
            Dom.setText(cell, reached ? Numerals.brief(numbers[i]) : "–");
            row.appendChild(cell);
        }
        return row;
    }
}
