package descentlab.browser;

import descentlab.experiment.Csv;
import descentlab.experiment.ExperimentText;
import descentlab.experiment.Language;
import descentlab.experiment.Run;
import descentlab.experiment.Script;
import descentlab.scene.SvgPen;
import org.teavm.jso.dom.html.HTMLElement;

/** What can be taken home: the link, the steps as CSV, the picture as PNG and SVG. */
final class KeepView {
    private static final double SVG_WIDTH = 960;
    private static final double SVG_HEIGHT = 600;

    private final HTMLElement kept = Dom.element("kept");

    KeepView(Lab lab) {
        Dom.on(Dom.element("copy-link"), "click", event -> {
            String link = Address.link(ExperimentText.write(lab.experiment()));
            Dom.copy(link, allowed -> Dom.setText(kept, allowed ? Dom.MESSAGES.text("keep.copied") : Dom.MESSAGES.text("keep.select", link)));
        });
        Dom.on(Dom.element("save-csv"), "click", event -> save("descent.csv", "text/csv", Csv.of(lab.experiment(), lab.results())));
        Dom.on(Dom.element("save-svg"), "click", event -> {
            SvgPen pen = new SvgPen(SVG_WIDTH, SVG_HEIGHT);
            lab.landscape().draw(lab, pen);
            save("descent.svg", "image/svg+xml", pen.svg(Dom.MESSAGES.text("picture.curve")));
        });
        for (Language language : Language.values()) {
            Dom.on(Dom.element("copy-" + language), "click", event -> copy(lab, language));
        }
        Dom.on(Dom.element("save-png"), "click", event -> {
            Dom.savePicture("descent.png", Dom.element("curve"));
            Dom.setText(kept, Dom.MESSAGES.text("keep.saved", "descent.png"));
        });
    }

    /** The selected run as a program. */
    private void copy(Lab lab, Language language) {
        Run run = lab.experiment().selected();
        if (lab.experiment().formula() == null) {
            Dom.setText(kept, Dom.MESSAGES.text("keep.script.learning"));
            return;
        }
        if (!Script.isPossible(run, language)) {
            Dom.setText(kept, Dom.MESSAGES.text("keep.script.torch", run.optimizer().declaration().name()));
            return;
        }
        String script = Script.of(lab.experiment(), run, language);
        Dom.copy(script, allowed -> Dom.setText(kept, allowed ? Dom.MESSAGES.text("keep.script") : script));
    }

    private void save(String name, String type, String text) {
        Dom.save(name, type, text);
        Dom.setText(kept, Dom.MESSAGES.text("keep.saved", name));
    }
}
