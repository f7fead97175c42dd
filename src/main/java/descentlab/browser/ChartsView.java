package descentlab.browser;

import descentlab.browser.Lab.Change;
import descentlab.experiment.Experiment;
import descentlab.scene.LossScene;
import descentlab.scene.RateScene;
import descentlab.scene.RunPicture;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The loss and the learning rate over the steps. A press or drag on the loss moves to that step. */
final class ChartsView implements Lab.View {
    private final Lab lab;
    private final CanvasPen loss = new CanvasPen("loss");
    private final CanvasPen rates = new CanvasPen("rates");
    private final HTMLInputElement logarithm = Dom.input("logarithm");
    private LossScene scene;
    private boolean pressed;

    ChartsView(Lab lab) {
        this.lab = lab;
        Dom.on(logarithm, "change", event -> {
            Experiment experiment = lab.experiment();
            lab.set(experiment.withDisplay(experiment.display().withLogarithm(logarithm.isChecked())), Change.QUIET);
        });
        HTMLElement canvas = loss.canvas();
        Dom.on(canvas, "pointerdown", event -> {
            pressed = true;
            Dom.capturePointer(canvas, ((PointerEvent) event).getPointerId());
            lab.seek(scene.stepAt(loss, ((PointerEvent) event).getOffsetX()));
        });
        Dom.on(canvas, "pointermove", event -> {
            if (pressed) {
                lab.seek(scene.stepAt(loss, ((PointerEvent) event).getOffsetX()));
            }
        });
        Dom.on(canvas, "pointerup", event -> {
            pressed = false;
            lab.stand();
        });
        Dom.on(canvas, "pointercancel", event -> pressed = false);
    }

    @Override
    public void show(Lab lab) {
        boolean log = lab.experiment().display().logarithm();
        logarithm.setChecked(log);
        List<RunPicture> runs = lab.runPictures();
        if (loss.begin()) {
            scene = new LossScene(runs, lab.position(), log, lab.landscape().axis(lab.experiment()),
                    lab.landscape().epochs(lab.experiment()), Theme.palette(), Dom.MESSAGES);
            scene.draw(loss);
        }
        if (rates.begin()) {
            new RateScene(runs, lab.position(), Theme.palette(), Dom.MESSAGES).draw(rates);
        }
    }
}
