package descentlab.browser;

import descentlab.browser.Lab.Change;
import descentlab.experiment.Catalogue;
import descentlab.experiment.CatalogueEntry;
import descentlab.experiment.Experiment;
import descentlab.experiment.NumberReader;
import descentlab.message.InputException;
import descentlab.message.Numerals;
import descentlab.objective.Criterion;
import descentlab.objective.DataSource;
import descentlab.objective.Learning;
import descentlab.objective.Model;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Data, model, loss, batch, epochs and seed: one line until opened, then a native control for each. */
final class LearningView implements Lab.View {
    /** One without hidden layers, the standard, would be no network to look at. */
    private static final String NETWORK = "network(layers=(8,8))";

    private final Lab lab;
    private final HTMLElement root = Dom.document().getDocumentElement();
    private final HTMLElement details = Dom.element("learning-details");
    private final HTMLElement now = Dom.element("learning-now");
    private final HTMLElement problem = Dom.element("learning-problem");
    private final HTMLInputElement batch = Dom.input("batch");
    private final HTMLInputElement epochs = Dom.input("epochs");
    private final HTMLInputElement seed = Dom.input("seed");
    private final ChoiceView data;
    private final ChoiceView model;
    private final ChoiceView loss;

    LearningView(Lab lab) {
        this.lab = lab;
        data = new ChoiceView("data", DataSource.ALL, this::setData);
        model = new ChoiceView("model", Model.ALL, call -> set("model", call.equals("network") ? NETWORK : call));
        loss = new ChoiceView("criterion", Criterion.ALL, call -> set("loss", call));
        Dom.on(batch, "change", event -> number(batch, 0, DataSource.MOST));
        Dom.on(seed, "change", event -> number(seed, 0, 1e9));
        Dom.on(epochs, "change", event -> number(epochs, 0, Experiment.MOST_STEPS));
        Dom.on(details, "toggle", event -> lab.redraw());
    }

    private void setData(String call) {
        Learning present = lab.experiment().learning();
        boolean begins = call.startsWith("points") && !DataSource.of(present.data()).isOwn();
        set("data", begins ? OwnData.points(present).text() : call);
    }

    private void set(String key, String call) {
        try {
            show(lab.experiment().withLearned(key, call));
        } catch (InputException e) {
            say(Dom.MESSAGES.text(e.message()));
        }
    }

    private void show(Experiment changed) {
        say("");
        lab.set(changed.withDisplay(changed.display().withWindow(List.of()).withAt(-1)), Change.DONE);
    }

    private void number(HTMLInputElement field, double least, double most) {
        try {
            double number = NumberReader.read(field.getValue(), 0, field.getValue().length());
            if (number != Math.floor(number) || number < least || number > most) {
                String name = field.getAttribute("id");
                throw new InputException(0, 0, "number.whole", name, Numerals.count((long) least), Numerals.count((long) most));
            }
            Experiment experiment = lab.experiment();
            Learning present = experiment.learning();
            int whole = (int) number;
            if (field == epochs) {
                show(experiment.withSteps(Math.min(Experiment.MOST_STEPS, whole * present.stepsPerEpoch())));
            } else {
                show(experiment.withLearning(new Learning(present.data(), present.model(), present.loss(), field == batch ? whole : present.batch(),
                        field == seed ? whole : present.seed())));
            }
        } catch (InputException e) {
            say(Dom.MESSAGES.text(e.message()));
        }
    }

    private void say(String sentence) {
        Dom.setText(problem, sentence);
        problem.setHidden(sentence.isEmpty());
    }

    @Override
    public void show(Lab lab) {
        Learning learning = lab.experiment().learning();
        Dom.setClass(root, "learns", learning != null);
        if (learning == null) {
            return;
        }
        Dom.setText(now, summary(learning));
        String picked = "";
        String lesson = "";
        for (CatalogueEntry entry : Catalogue.LEARNING) {
            if (entry.isData(learning.data().declaration().name())) {
                picked = entry.key();
                lesson = entry.lesson();
            }
        }
        Dom.input("catalogue").setValue(picked);
        Dom.setText(Dom.element("lesson"), lesson.isEmpty() ? "" : Dom.MESSAGES.text(lesson));
        if (!details.hasAttribute("open")) {
            return;
        }
        data.show(learning.data());
        model.show(learning.model());
        loss.show(learning.loss());
        Dom.setValueUnlessTyping(batch, Integer.toString(learning.batch()));
        Dom.setValueUnlessTyping(seed, Integer.toString(learning.seed()));
        Dom.setValueUnlessTyping(epochs, Numerals.exact(Math.ceil((double) lab.experiment().steps() / learning.stepsPerEpoch())));
        Dom.element("own").setHidden(!DataSource.of(learning.data()).isOwn());
        Dom.element("own-class-field").setHidden(learning.training().inputs().length < 2);
    }

    private static String summary(Learning learning) {
        int examples = learning.training().examples();
        String all = Dom.MESSAGES.text("learning.batch.all");
        String batch = learning.stepsPerEpoch() == 1 ? all : Dom.MESSAGES.text("learning.batch", Numerals.count(learning.batch()));
        return Dom.MESSAGES.text("learning.summary", Dom.MESSAGES.text("data." + learning.data().declaration().name()), Numerals.count(examples),
                learning.model().text().replace("'", ""), learning.loss().declaration().name(), batch, Numerals.count(learning.dimension()));
    }
}
