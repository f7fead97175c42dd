package descentlab.browser;

import descentlab.message.Numerals;
import descentlab.survey.Outcomes;
import org.teavm.jso.dom.html.HTMLElement;

/** How far a map is: a bar, how long the rest takes, and a button that stops it and lets it go on. What can be saved waits until it is known. */
final class MapProgress {
    static final String[] EXPORTS = {"maps-png", "maps-svg", "maps-csv"};
    /** What takes longer says how long, in milliseconds. */
    static final double LONG = 1000;
    /** The part that has to be known before it tells how long the rest takes: workers are slow at first. */
    private static final double TELLING = 0.01;

    private final Pool pool;
    private final HTMLElement details = Dom.element("maps-details");
    private final HTMLElement busy = Dom.element("maps-busy");
    private final HTMLElement button = Dom.element("maps-stop");

    /** @param pressed stops what is computed, or lets what was stopped go on */
    MapProgress(Pool pool, Runnable pressed) {
        this.pool = pool;
        Dom.on(button, "click", event -> pressed.run());
    }

    /** In how many milliseconds all is known, if it goes on as it has so far; infinite where nothing is known yet. */
    double left(Outcomes outcomes) {
        return pool.elapsed() * (1 / outcomes.progress() - 1);
    }

    boolean hasFocus() {
        return Dom.document().getActiveElement() == button;
    }

    /** @param outcomes of the map, or null where there is none; @param painting whether it is known and not painted yet. @return whether there is a button */
    boolean show(Outcomes outcomes, boolean painting) {
        boolean working = pool.isWorking();
        boolean stopped = outcomes != null && pool.isStopped();
        boolean longer = stopped || working && pool.elapsed() > LONG / 2 && pool.elapsed() + left(outcomes) > LONG;
        busy.setHidden(!longer);
        if (longer) {
            Dom.element("maps-progress").setAttribute("value", String.valueOf(outcomes.progress()));
            Dom.setText(Dom.element("maps-left"), words(outcomes, stopped));
            Dom.setText(button, Dom.MESSAGES.text(stopped ? "maps.goon" : "maps.stop"));
        }
        for (String id : EXPORTS) {
            Dom.input(id).setDisabled(working);
        }
        details.setAttribute("aria-busy", working || painting ? "true" : "false");
        return longer;
    }

    private String words(Outcomes outcomes, boolean stopped) {
        if (stopped) {
            return Dom.MESSAGES.text("maps.stopped", Numerals.count((int) (100 * outcomes.progress())));
        }
        return outcomes.progress() < TELLING ? Dom.MESSAGES.text("maps.left.none")
                : Dom.MESSAGES.text("maps.left", Numerals.count((int) Math.ceil(left(outcomes) / 1000)));
    }
}
