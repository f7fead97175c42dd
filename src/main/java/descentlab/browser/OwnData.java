package descentlab.browser;

import descentlab.browser.Lab.Change;
import descentlab.experiment.Catalogue;
import descentlab.experiment.DataTable;
import descentlab.experiment.Experiment;
import descentlab.message.InputException;
import descentlab.message.Message;
import descentlab.message.Numerals;
import descentlab.objective.DataSource;
import descentlab.objective.Dataset;
import descentlab.objective.Learning;
import descentlab.parameter.Settings;
import descentlab.parameter.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** A person's own points: pasted, dropped on the page, opened from a file, or set by a click on the picture. What is wrong with them is said by row. */
final class OwnData {
    private static final int MOST_SENTENCES = 8;

    private final Lab lab;
    private final HTMLInputElement text = Dom.input("own-text");
    private final HTMLInputElement file = Dom.input("own-file");
    private final HTMLInputElement click = Dom.input("own-click");
    private final HTMLInputElement label = Dom.input("own-class");
    private final HTMLElement anyway = Dom.element("own-anyway");
    private final HTMLElement problem = Dom.element("own-problem");
    private DataTable kept;

    OwnData(Lab lab) {
        this.lab = lab;
        Dom.on(Dom.element("own-use"), "click", event -> read(text.getValue()));
        Dom.on(anyway, "click", event -> use(kept));
        Dom.on(file, "change", event -> open(file));
        HTMLElement body = Dom.document().getBody();
        Dom.on(body, "dragover", Event::preventDefault);
        Dom.on(body, "drop", event -> {
            event.preventDefault();
            open(event);
        });
    }

    private void open(JSObject source) {
        open(source, DataTable.LONGEST, this::read, size -> say(Dom.MESSAGES.text("data.long", Numerals.brief(Double.parseDouble(size) / 1e6),
                Numerals.brief(DataTable.LONGEST / 1e6))));
    }

    /** The first file of an input or of a drop as text, or how many bytes it has where these are too many. */
    @JSBody(params = {"source", "most", "read", "large"}, script = "var f = (source.dataTransfer || source).files[0]; if (!f) return;"
            + "if (f.size > most) large('' + f.size); else { var r = new FileReader(); r.onload = function () { read(r.result); }; r.readAsText(f); }")
    private static native void open(JSObject source, int most, Text read, Text large);

    /** Takes a text from JavaScript. */
    @JSFunctor
    private interface Text extends JSObject {
        void take(String text);
    }

    private void read(String table) {
        anyway.setHidden(true);
        try {
            kept = DataTable.read(table);
            if (kept.bad().isEmpty()) {
                use(kept);
                return;
            }
            StringBuilder sentences = new StringBuilder();
            for (Message each : kept.bad().subList(0, Math.min(MOST_SENTENCES, kept.bad().size()))) {
                sentences.append(Dom.MESSAGES.text(each)).append('\n');
            }
            int more = kept.bad().size() - MOST_SENTENCES;
            say(sentences + (more > 0 ? Dom.MESSAGES.text("data.more", Numerals.count(more)) : ""));
            Dom.setText(anyway, Dom.MESSAGES.text("data.anyway", Numerals.count(kept.rows().size())));
            anyway.setHidden(kept.rows().size() < 2);
        } catch (InputException e) {
            say(Dom.MESSAGES.text(e.message()));
        }
    }

    private void use(DataTable table) {
        anyway.setHidden(true);
        try {
            set(lab.experiment(), table.points());
        } catch (InputException e) {
            say(Dom.MESSAGES.text(e.message()));
        }
    }

    private void set(Experiment experiment, Settings points) throws InputException {
        Experiment learning = experiment.learning() != null ? experiment : lab.example(Catalogue.LEARNING.get(0).key());
        Settings before = learning.learning().data();
        Settings scaled = points.with("standardise", new Value.Flag(before.flag("standardise")));
        Experiment changed = learning.withPoints(scaled);
        lab.set(changed.withDisplay(changed.display().withWindow(List.of())), Change.DONE);
        say(changed.isInText() ? "" : Dom.MESSAGES.text("data.memory", Numerals.count(scaled.numbers("y").size())));
    }

    private void say(String sentence) {
        Dom.setText(problem, sentence);
        problem.setHidden(sentence.isEmpty());
        if (!sentence.isEmpty()) {
            Dom.element("learning-details").setAttribute("open", "");
        }
    }

    /** Whether a press on the picture adds a point. */
    boolean isAdding() {
        return click.isChecked();
    }

    /** The experiment's data as a person's own, to be changed by hand. */
    static Settings points(Learning learning) {
        Dataset data = learning.training();
        List<Double> x = new ArrayList<>();
        List<Double> x2 = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int e = 0; e < data.examples(); e++) {
            x.add(rounded(data.inputs()[0][e]));
            if (data.inputs().length > 1) {
                x2.add(rounded(data.inputs()[1][e]));
            }
            y.add(rounded(data.targets()[0][e]));
        }
        return DataSource.POINTS.declaration().settings(Map.of()).with("x", new Value.Numbers(x)).with("x2", new Value.Numbers(x2))
                .with("y", new Value.Numbers(y)).with("standardise", new Value.Flag(learning.data().flag("standardise")));
    }

    /** To four decimals, so that the text stays short. */
    private static double rounded(double value) {
        return Math.floor(value * 1e4 + 0.5) / 1e4;
    }

    /** The experiment with a point more; over two inputs it has the class that is chosen. */
    Experiment with(Experiment experiment, double x, double y) {
        Learning learning = experiment.learning();
        Settings points = DataSource.of(learning.data()).isOwn() ? learning.data() : points(learning);
        boolean plane = learning.training().inputs().length > 1;
        Settings more = more(points, "x", x);
        more = plane ? more(more(more, "x2", y), "y", Double.parseDouble(label.getValue())) : more(more, "y", y);
        try {
            return experiment.withPoints(more);
        } catch (InputException e) {
            say(Dom.MESSAGES.text(e.message()));
            return experiment;
        }
    }

    private static Settings more(Settings points, String column, double value) {
        List<Double> longer = new ArrayList<>(points.numbers(column));
        longer.add(value);
        return points.with(column, new Value.Numbers(longer));
    }
}
