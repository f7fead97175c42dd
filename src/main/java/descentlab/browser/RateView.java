package descentlab.browser;

import descentlab.browser.Lab.Change;
import descentlab.descent.Terrain.Minimum;
import descentlab.experiment.Experiment;
import descentlab.experiment.NumberReader;
import descentlab.experiment.Run;
import descentlab.message.InputException;
import descentlab.message.Numerals;
import descentlab.parameter.Value;
import descentlab.schedule.Manual;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The learning rate: the logarithmic slider with its marks 1/f″ and 2/f″, and the field for any number. Both set the rate of the selected run. */
final class RateView implements Lab.View {
    private static final double LOWEST = -4;
    private static final double HIGHEST = 1;
    /** No slider reaches beyond these powers of ten, whatever the curvature. */
    private static final double FARTHEST = 12;
    /** Labels of marks nearer than this many pixels would cover each other, and lines nearer than that could not be told apart. */
    private static final double MARK_WIDTH = 56;
    private static final double MARK_WIDTH_ON_MAP = 100;
    private static final double LINE_WIDTH = 8;
    private static final double DECADE_WIDTH = 52;
    private static final double THUMB = 24;

    private final Lab lab;
    private final HTMLInputElement slider = Dom.input("rate");
    private final HTMLInputElement number = Dom.input("rate-number");
    private final HTMLInputElement midway = Dom.input("midway");
    private final HTMLElement problem = Dom.element("rate-problem");
    private final HTMLElement marks = Dom.element("marks");
    private final HTMLElement decades = Dom.element("decades");
    private double low = LOWEST;
    private double high = HIGHEST;
    private List<Minimum> marked = List.of();
    private double width;
    private double markedWidth;
    private boolean sliding;

    RateView(Lab lab) {
        this.lab = lab;
        width = slider.getClientWidth();
        Dom.setRange(slider, low, high);
        Dom.onResize(slider, event -> {
            width = slider.getClientWidth();
            lab.redraw();
        });
        Dom.on(slider, "input", event -> {
            sliding = true;
            set(threeDigits(Math.pow(10, Double.parseDouble(slider.getValue()))), Change.LIVE);
        });
        Dom.on(slider, "change", event -> {
            sliding = false;
            set(threeDigits(Math.pow(10, Double.parseDouble(slider.getValue()))), Change.DONE);
        });
        Dom.on(number, "input", event -> typed(Change.LIVE));
        Dom.on(number, "change", event -> typed(Change.DONE));
    }

    /** Three significant digits: what the slider shows and what it sets are the same number. */
    private static double threeDigits(double rate) {
        double unit = Math.pow(10, 2 - Math.floor(Math.log(rate) / Math.log(10) + 1e-9));
        return Math.floor(rate * unit + 0.5) / unit;
    }

    private void typed(Change change) {
        try {
            double rate = NumberReader.read(number.getValue(), 0, number.getValue().length());
            set(rate, change);
            say("");
        } catch (InputException e) {
            say(change == Change.LIVE ? "" : Dom.MESSAGES.text(e.message()));
            lab.end(change);
        }
    }

    private void say(String sentence) {
        problem.setHidden(sentence.isEmpty());
        Dom.setText(problem, sentence);
        number.setAttribute("aria-invalid", sentence.isEmpty() ? "false" : "true");
    }

    private void set(double rate, Change change) {
        Experiment experiment = lab.experiment();
        int selected = experiment.display().selected();
        Run run = experiment.runs().get(selected);
        boolean takesOver = midway.isChecked() && lab.step() > 0 && lab.step() < experiment.steps();
        Run changed = takesOver ? run.withSchedule(Manual.RULE, Manual.changedAt(run.schedule(), lab.step(), rate)) : run.withRateFromStart(rate);
        lab.set(experiment.withRun(selected, changed), change);
    }

    @Override
    public void show(Lab lab) {
        double rate = lab.rate();
        Dom.setValueUnlessTyping(number, Numerals.exact(rate));
        if (!sliding) {
            span(rate);
            slider.setValue(Numerals.exact(rate > 0 ? log10(rate) : low));
        }
        slider.setAttribute("aria-valuetext", Numerals.brief(rate));
        if (marked != lab.minima() || markedWidth != width) {
            marked = lab.minima();
            markedWidth = width;
            placeMarks();
        }
    }

    /** Widens the slider so that the rate and the limits are on it. */
    private void span(double rate) {
        double from = LOWEST;
        double to = HIGHEST;
        for (Minimum minimum : lab.minima()) {
            if (minimum.curvature() > 0) {
                from = Math.min(from, Math.floor(log10(minimum.limit())) - 1);
                to = Math.max(to, Math.ceil(log10(minimum.limit())));
            }
        }
        if (rate > 0) {
            from = Math.min(from, Math.floor(log10(rate)));
            to = Math.max(to, Math.ceil(log10(rate)));
        }
        Minimum bottom = lab.bottomOfQuadratic();
        to = bottom == null ? to : Math.max(to, Math.ceil(log10(bottom.bestRateWithMomentum())));
        from = Math.max(from, -FARTHEST);
        to = Math.min(to, FARTHEST);
        if (from != low || to != high) {
            low = from;
            high = to;
            Dom.setRange(slider, low, high);
            markedWidth = -1;
        }
        if (markedWidth != width) {
            placeDecades();
        }
    }

    private void placeDecades() {
        Dom.empty(decades);
        int every = (int) Math.ceil(DECADE_WIDTH * (high - low) / Math.max(DECADE_WIDTH, width));
        for (int power = (int) low; power <= high; power += every) {
            HTMLElement label = Dom.create("span", "");
            Dom.setText(label, power >= -4 && power <= 3 ? Numerals.exact(Math.pow(10, power)) : Numerals.power(power));
            Dom.setStyle(label, "left", place(power));
            decades.appendChild(label);
        }
    }

    /** Where on the slider a power of ten is: the middle of the thumb moves from half its width to half its width before the end. */
    private String place(double log) {
        double share = (log - low) / (high - low);
        return "calc(" + THUMB / 2 + "px + " + share + " * (100% - " + THUMB + "px))";
    }

    /**
     * A mark each for the limit and the fastest rate of the minima in view, and for the best momentum on a quadratic; the ones nearest to the start
     * get a label first, as far as there is room.
     */
    private void placeMarks() {
        Dom.empty(marks);
        double[] start = lab.experiment().startPoint();
        boolean map = lab.experiment().function().dimension() > 1;
        Minimum bottom = lab.bottomOfQuadratic();
        boolean rolls = bottom != null && bottom.bestMomentum() > 0;
        List<Double> limits = new ArrayList<>();
        List<Double> fastest = new ArrayList<>();
        List<Minimum> left = new ArrayList<>(lab.minima());
        while (!left.isEmpty()) {
            Minimum minimum = left.remove(nearest(left, start));
            if (minimum.curvature() > 0 && Math.abs(log10(minimum.limit())) < FARTHEST) {
                mark(minimum, minimum.limit(), "mark limit", map ? "rate.limit.map" : "rate.limit", limits, MARK_WIDTH);
                if (minimum.fastest() > 0) {
                    mark(minimum, minimum.fastest(), rolls ? "mark left" : "mark", map ? "rate.fastest.map" : "rate.fastest", fastest,
                            map ? MARK_WIDTH_ON_MAP : MARK_WIDTH);
                }
            }
        }
        if (rolls) {
            double rate = threeDigits(bottom.bestRateWithMomentum());
            double momentum = threeDigits(bottom.bestMomentum());
            String explanation = Dom.MESSAGES.text("rate.momentum.explained", Numerals.brief(momentum), Numerals.brief(rate));
            double room = width * (high - log10(rate)) / (high - low);
            HTMLElement button = mark(rate, room < MARK_WIDTH_ON_MAP ? "mark right bare" : "mark right",
                    Dom.MESSAGES.text("rate.momentum", Numerals.brief(momentum)), explanation);
            Dom.on(button, "click", event -> roll(rate, momentum));
        }
    }

    private void roll(double rate, double momentum) {
        Run plain = Run.plain(rate);
        Run rolling = plain.withOptimizer(plain.optimizer().with("momentum", new Value.Number(momentum)));
        lab.set(lab.experiment().withRun(lab.experiment().display().selected(), rolling), Change.DONE);
    }

    /** How far the nearest mark is from a place, in pixels. */
    private static double room(List<Double> taken, double pixels) {
        double room = Double.POSITIVE_INFINITY;
        for (double other : taken) {
            room = Math.min(room, Math.abs(other - pixels));
        }
        return room;
    }

    private static int nearest(List<Minimum> minima, double[] start) {
        int nearest = 0;
        for (int i = 1; i < minima.size(); i++) {
            nearest = minima.get(i).distance(start) < minima.get(nearest).distance(start) ? i : nearest;
        }
        return nearest;
    }

    /** @param taken where other such marks stand, in pixels; this one is left out where its line would run into one, and its label where that would */
    private void mark(Minimum minimum, double rate, String className, String key, List<Double> taken, double labelWidth) {
        double pixels = (log10(rate) - low) / (high - low) * width;
        double room = room(taken, pixels);
        if (room >= LINE_WIDTH) {
            taken.add(pixels);
            String name = Dom.MESSAGES.text(key);
            String explanation = Dom.MESSAGES.text(key.startsWith("rate.limit") ? "rate.limit.explained" : "rate.fastest.explained", Numerals.brief(rate),
                    lab.explanation(lab.experiment().display().selected()).point(minimum.point()), name);
            Dom.on(mark(rate, room < labelWidth ? className + " bare" : className, name, explanation), "click", event -> set(rate, Change.DONE));
        }
    }

    private HTMLElement mark(double rate, String className, String name, String explanation) {
        HTMLElement button = Dom.create("button", className);
        button.setAttribute("type", "button");
        button.setAttribute("title", explanation);
        button.setAttribute("aria-label", explanation);
        HTMLElement label = Dom.create("span", "");
        Dom.setText(label, name);
        button.appendChild(label);
        Dom.setStyle(button, "left", place(log10(rate)));
        marks.appendChild(button);
        return button;
    }

    private static double log10(double value) {
        return Math.log(value) / Math.log(10);
    }
}
