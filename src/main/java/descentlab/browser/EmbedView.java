package descentlab.browser;

import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentText;
import org.teavm.jso.dom.html.HTMLElement;

/** The page as a part of another: in a frame it tells its height, and where the experiment asks for it only picture, rate and sentence are shown. */
final class EmbedView implements Lab.View {
    private final HTMLElement root = Dom.document().getDocumentElement();

    EmbedView() {
        if (Parent.isFramed()) {
            Dom.setClass(root, "framed", true);
            Parent.tellHeight();
        }
    }

    @Override
    public void show(Lab lab) {
        Experiment experiment = lab.experiment();
        boolean embedded = experiment.display().embedded();
        Dom.setClass(root, "embed", embedded);
        Dom.element("whole").setHidden(!embedded);
        if (embedded) {
            Experiment whole = experiment.withDisplay(experiment.display().withEmbedded(false));
            Dom.element("whole-link").setAttribute("href", Address.link(ExperimentText.write(whole)));
        }
    }
}
