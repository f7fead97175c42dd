package descentlab.browser;

import descentlab.browser.Lab.Change;
import descentlab.experiment.Experiment;
import descentlab.experiment.NumberReader;
import descentlab.message.InputException;
import descentlab.message.Numerals;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Play, pause, one step on or back, scrub, speed, number of steps, start. */
final class PlayerView implements Lab.View {
    private final Lab lab;
    private final HTMLElement play = Dom.element("play");
    private final HTMLInputElement scrub = Dom.input("step");
    private final HTMLInputElement steps = Dom.input("steps");
    private final HTMLInputElement start = Dom.input("start");
    private final HTMLSelectElement speed = (HTMLSelectElement) Dom.element("speed");
    private boolean playing;
    /** Where playing is, in steps; the pictures stand there, or at the whole step before where motion is not wanted. */
    private double played;
    private double lastTime;

    PlayerView(Lab lab) {
        this.lab = lab;
        Dom.on(play, "click", event -> toggle());
        Dom.on(Dom.element("back"), "click", event -> stepTo(Math.ceil(lab.position()) - 1));
        Dom.on(Dom.element("forward"), "click", event -> stepTo(Math.floor(lab.position()) + 1));
        Dom.on(scrub, "input", event -> {
            pause();
            lab.seek(Double.parseDouble(scrub.getValue()));
        });
        Dom.on(scrub, "change", event -> lab.stand());
        Dom.on(steps, "change", event -> setSteps());
        Dom.on(start, "change", event -> setStart());
    }

    boolean isPlaying() {
        return playing;
    }

    private void toggle() {
        if (playing) {
            pause();
            lab.seek(lab.step());
            lab.stand();
            return;
        }
        if (lab.position() >= lab.experiment().steps()) {
            lab.seek(0);
        }
        playing = true;
        played = lab.position();
        lastTime = Dom.now();
        Window.requestAnimationFrame(this::tick);
        lab.redraw();
    }

    private void pause() {
        playing = false;
        lab.redraw();
    }

    private void stepTo(double step) {
        pause();
        lab.seek(step);
        lab.stand();
    }

    private void tick(double time) {
        if (!playing) {
            return;
        }
        double now = Dom.now();
        played += (now - lastTime) / 1000 * Double.parseDouble(speed.getValue());
        lastTime = now;
        lab.seek(Dom.matches("(prefers-reduced-motion: reduce)") ? Math.floor(played) : played);
        if (lab.position() >= lab.experiment().steps()) {
            pause();
            lab.stand();
        } else {
            Window.requestAnimationFrame(this::tick);
        }
    }

    private void setSteps() {
        Experiment experiment = lab.experiment();
        double number = number(steps.getValue());
        if (number >= 0 && number <= Experiment.MOST_STEPS && number == Math.floor(number)) {
            mark(steps, "");
            lab.set(experiment.withSteps((int) number).withDisplay(experiment.display().withAt(-1)), Change.DONE);
        } else {
            mark(steps, Dom.MESSAGES.text("number.whole", Dom.MESSAGES.text("player.steps"), "0", Numerals.count(Experiment.MOST_STEPS)));
        }
    }

    /** A number for each coordinate, with a comma between two. */
    private void setStart() {
        Experiment experiment = lab.experiment();
        String typed = start.getValue();
        int comma = typed.indexOf(',');
        try {
            if (comma >= 0 == experiment.isMap()) {
                double x = NumberReader.read(typed, 0, comma < 0 ? typed.length() : comma);
                lab.set(comma < 0 ? experiment.withStart(x) : experiment.withStart(x, NumberReader.read(typed, comma + 1, typed.length())), Change.DONE);
                mark(start, "");
            } else {
                mark(start, Dom.MESSAGES.text(experiment.isMap() ? "player.start.map" : "player.start.curve"));
            }
        } catch (InputException e) {
            mark(start, Dom.MESSAGES.text(e.message()));
        }
    }

    /** What is typed as a number, or NaN. */
    private static double number(String typed) {
        try {
            return NumberReader.read(typed, 0, typed.length());
        } catch (InputException e) {
            return Double.NaN;
        }
    }

    /** Says what is wrong with what is in a field, below it, or nothing. */
    private static void mark(HTMLInputElement field, String sentence) {
        field.setAttribute("aria-invalid", sentence.isEmpty() ? "false" : "true");
        field.setTitle(sentence);
        Dom.setText(Dom.element("player-problem"), sentence);
        Dom.element("player-problem").setHidden(sentence.isEmpty());
    }

    @Override
    public void show(Lab lab) {
        String label = Dom.MESSAGES.text(playing ? "player.pause" : "player.play");
        play.setAttribute("aria-label", label);
        play.setAttribute("title", label);
        Dom.setText(play, playing ? "❚❚" : "▶");
        Dom.setRange(scrub, 0, lab.experiment().steps());
        scrub.setValue(Integer.toString(lab.step()));
        Dom.setText(Dom.element("step-number"), Numerals.count(lab.step()));
        Dom.setValueUnlessTyping(steps, Integer.toString(lab.experiment().steps()));
        Dom.setValueUnlessTyping(start, startText(lab.experiment()));
        Dom.setText(Dom.element("start-name"), lab.experiment().isMap() ? "x₀, y₀" : "x₀");
    }

    private static String startText(Experiment experiment) {
        String x = Numerals.exact(experiment.start().get(0));
        return experiment.isMap() ? x + ", " + Numerals.exact(experiment.start().get(1)) : x;
    }
}
