package descentlab.browser;

import descentlab.browser.Lab.Change;
import descentlab.descent.Terrain.Minimum;
import descentlab.experiment.Experiment;
import descentlab.experiment.Explanation;
import descentlab.experiment.Results;
import descentlab.experiment.Run;
import descentlab.message.Numerals;
import descentlab.objective.Formula;
import descentlab.scene.Viewport;
import descentlab.survey.Swarm;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;

/** The selected run from thousands of starts over the view, drawn on the map, and in words how many end where. */
final class SwarmView implements Lab.View {
    /** Starts times steps at most, so that dragging stays quick, and starts at least and at most. */
    private static final double MOST_STEPS = 2e6;
    private static final int FEWEST = 900;
    private static final int MOST = 10_000;
    /** Ends that fewer runs than this part reach are not listed. */
    private static final double LEAST_SHARE = 0.005;
    private static final int MOST_NAMED = 6;

    private final HTMLElement legend = Dom.element("swarm-legend");
    private Formula function;
    private Viewport window;
    private Run run;
    private int steps;
    private Swarm swarm;

    SwarmView(Lab lab) {
        for (String extra : Experiment.Display.EXTRAS) {
            Dom.on(Dom.element(extra + "-button"), "click", event -> toggle(lab, extra));
        }
    }

    private static void toggle(Lab lab, String extra) {
        Experiment experiment = lab.experiment();
        lab.set(experiment.withDisplay(experiment.display().withExtra(extra, !experiment.display().shows(extra))), Change.QUIET);
    }

    /** The swarm at the present step, or null where none is wanted. */
    Swarm swarm(Lab lab) {
        Experiment experiment = lab.experiment();
        if (!experiment.isMap() || !experiment.display().shows("swarm")) {
            swarm = null;
            return null;
        }
        boolean same = swarm != null && function == experiment.formula() && window.equals(lab.window()) && run == experiment.selected()
                && steps == experiment.steps();
        if (!same) {
            function = experiment.formula();
            window = lab.window();
            run = experiment.selected();
            steps = experiment.steps();
            double count = Math.max(FEWEST, Math.min(MOST, MOST_STEPS / Math.max(1, steps)));
            int side = (int) Math.sqrt(count);
            swarm = new Swarm(x -> Results.start(experiment, run, x), window.xMin(), window.xMax(), window.yMin(), window.yMax(), side, side, steps,
                    lab.minima());
        }
        swarm.at(lab.step());
        return swarm;
    }

    @Override
    public void show(Lab lab) {
        boolean map = lab.experiment().isMap();
        for (String extra : Experiment.Display.EXTRAS) {
            Dom.element(extra + "-button").setAttribute("aria-pressed", lab.experiment().display().shows(extra) ? "true" : "false");
        }
        legend.setHidden(swarm == null || !map);
        if (swarm == null) {
            return;
        }
        Explanation explanation = lab.explanation(lab.experiment().display().selected());
        StringBuilder ends = new StringBuilder();
        List<Minimum> minima = lab.minima();
        int named = 0;
        for (int k = 0; k < minima.size(); k++) {
            double share = swarm.share(k);
            if (share >= LEAST_SHARE && named++ < MOST_NAMED) {
                add(ends, Dom.MESSAGES.text("swarm.end", explanation.point(minima.get(k).point()), percent(share)));
            }
        }
        addIfAny(ends, "swarm.way", swarm.share(Swarm.UNDER_WAY));
        addIfAny(ends, "swarm.gone", swarm.share(Swarm.GONE));
        Dom.setText(legend, Dom.MESSAGES.text("swarm.legend", Numerals.count(swarm.lanes()), explanation.name(), ends.toString()));
    }

    private static void addIfAny(StringBuilder ends, String key, double share) {
        if (share > 0) {
            add(ends, Dom.MESSAGES.text(key, percent(share)));
        }
    }

    private static void add(StringBuilder ends, String end) {
        ends.append(ends.isEmpty() ? "" : "; ").append(end);
    }

    private static String percent(double share) {
        return Numerals.brief(Math.floor(1000 * share + 0.5) / 10);
    }
}
