package descentlab.browser;

import descentlab.experiment.Experiment;
import org.teavm.jso.dom.html.HTMLElement;

/** The sentence that says what the selected run did, in the run's colour, and the arithmetic of the present step. */
final class TeacherView implements Lab.View {
    private final HTMLElement root = Dom.document().getDocumentElement();
    private final HTMLElement sentence = Dom.element("sentence");
    private final HTMLElement arithmetic = Dom.element("arithmetic");

    @Override
    public void show(Lab lab) {
        Experiment experiment = lab.experiment();
        int selected = experiment.display().selected();
        Dom.setStyle(root, "--run", Theme.css(Theme.palette().run(selected)));
        Dom.setText(sentence, lab.explanation(selected).verdict(lab.results().verdicts().get(selected), lab.minima()));
        int step = Math.min(lab.step(), lab.selectedTrajectory().steps() - 1);
        Dom.setText(arithmetic, step >= 0 ? String.join("\n", lab.explanation(selected).arithmetic(step)) : "");
    }
}
