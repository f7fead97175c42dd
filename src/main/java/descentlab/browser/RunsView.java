package descentlab.browser;

import descentlab.browser.Lab.Change;
import descentlab.experiment.Experiment;
import descentlab.experiment.Explanation;
import descentlab.experiment.Run;
import descentlab.message.Numerals;
import descentlab.scene.Mark;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The list of runs: which is shown, which one the slider sets, what became of each; add and remove. */
final class RunsView implements Lab.View {
    private final Lab lab;
    private final HTMLElement list = Dom.element("runs");
    private final List<Row> rows = new ArrayList<>();
    private boolean dark;
    /** The place of the run that was removed last, whose button had the focus; −1 for none. */
    private int removed = -1;

    RunsView(Lab lab) {
        this.lab = lab;
        Dom.on(Dom.element("add-run"), "click", event -> add());
    }

    /** A run like the selected one, at half its rate or the first half of that which is not there yet. */
    private void add() {
        Experiment experiment = lab.experiment();
        if (experiment.runs().size() == Experiment.MOST_RUNS) {
            return;
        }
        double rate = lab.rate();
        while (has(rate) && rate != 0) {
            rate /= 2;
        }
        List<Run> runs = new ArrayList<>(experiment.runs());
        runs.add(experiment.selected().withRateFromStart(rate).withShown(true));
        lab.set(experiment.withRuns(runs).withDisplay(experiment.display().withSelected(runs.size() - 1)), Change.DONE);
    }

    private boolean has(double rate) {
        for (Run run : lab.experiment().runs()) {
            if (run.lr() == rate) {
                return true;
            }
        }
        return false;
    }

    private void remove(int index) {
        Experiment experiment = lab.experiment();
        List<Run> runs = new ArrayList<>(experiment.runs());
        runs.remove(index);
        int selected = experiment.display().selected();
        int kept = Math.min(selected > index ? selected - 1 : selected, runs.size() - 1);
        removed = index;
        lab.set(experiment.withDisplay(experiment.display().withSelected(kept)).withRuns(runs), Change.DONE);
    }

    private void select(int index) {
        Experiment experiment = lab.experiment();
        Experiment shown = experiment.withRun(index, experiment.runs().get(index).withShown(true));
        lab.set(shown.withDisplay(experiment.display().withSelected(index)), Change.QUIET);
    }

    private void setShown(int index, boolean shown) {
        Experiment experiment = lab.experiment();
        lab.set(experiment.withRun(index, experiment.runs().get(index).withShown(shown)), Change.DONE);
    }

    @Override
    public void show(Lab lab) {
        int count = lab.experiment().runs().size();
        if (count != rows.size() || dark != Theme.isDark()) {
            dark = Theme.isDark();
            rows.clear();
            Dom.empty(list);
            for (int i = 0; i < count; i++) {
                rows.add(new Row(i));
            }
        }
        for (int i = 0; i < count; i++) {
            rows.get(i).show(count > 1);
        }
        if (removed >= 0) {
            rows.get(Math.min(removed, count - 1)).pick.focus();
            removed = -1;
        }
    }

    /** One line of the list. */
    private final class Row {
        private final int index;
        private final HTMLElement item = Dom.create("li", "");
        private final HTMLInputElement shown = (HTMLInputElement) Dom.create("input", "");
        private final HTMLInputElement pick = (HTMLInputElement) Dom.create("input", "pick");
        private final HTMLElement what = Dom.create("label", "what");
        private final HTMLElement name = Dom.create("b", "");
        private final HTMLElement outcome = Dom.create("span", "");
        private final HTMLElement remove = Dom.create("button", "");
        private String label = "";
        private boolean titled;

        Row(int index) {
            this.index = index;
            shown.setAttribute("type", "checkbox");
            Dom.on(shown, "change", event -> setShown(index, shown.isChecked()));
            pick.setAttribute("type", "radio");
            pick.setAttribute("name", "selected-run");
            Dom.on(pick, "change", event -> select(index));
            Dom.on(what, "pointermove", event -> showTitle());
            what.appendChild(pick);
            what.appendChild(name);
            what.appendChild(outcome);
            remove.setAttribute("type", "button");
            Dom.setText(remove, "✕");
            Dom.on(remove, "click", event -> remove(index));
            item.appendChild(shown);
            item.appendChild(Theme.mark(Mark.of(index), Theme.palette().run(index)));
            item.appendChild(what);
            item.appendChild(remove);
            list.appendChild(item);
        }

        void show(boolean removable) {
            Run run = lab.experiment().runs().get(index);
            Explanation explanation = lab.explanation(index);
            boolean selected = index == lab.experiment().display().selected();
            shown.setChecked(run.shown());
            pick.setChecked(selected);
            setLabel(explanation.name());
            Dom.setText(outcome, explanation.outcome(lab.results().verdicts().get(index)));
            if (titled) {
                what.setTitle("");
                titled = false;
            }
            Dom.setStyle(remove, "visibility", removable ? "visible" : "hidden");
            Dom.setClass(item, "selected", selected);
            Dom.setClass(item, "off", !run.shown());
        }

        private void setLabel(String now) {
            if (!label.equals(now)) {
                label = now;
                Dom.setText(name, label);
                shown.setAttribute("aria-label", Dom.MESSAGES.text("runs.show", label));
                pick.setAttribute("aria-label", Dom.MESSAGES.text("runs.select", label));
                remove.setAttribute("aria-label", Dom.MESSAGES.text("runs.remove", label));
            }
        }

        /** The verdict in full, written when a pointer asks for it: in a drag, which changes it each frame, none does. */
        private void showTitle() {
            if (!titled) {
                what.setTitle(lab.explanation(index).verdict(lab.results().verdicts().get(index), lab.minima()));
                titled = true;
            }
        }
    }
}
