package descentlab.browser;

import descentlab.experiment.CatalogueEntry;
import descentlab.experiment.ExperimentText;
import descentlab.message.InputException;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A program at work on the page. There are two: {@link First} is small and shows a function of x at once; {@link Main} knows everything and takes over
 * from it, as start.js says, when a person begins to use the page or asks for what the first does not know.
 */
final class Program {
    private Program() {
    }

    /**
     * @param backend as what the program runs, as it is to stand in the footer
     * @param text    the experiment, or empty: that of the address, or else the first of the catalogue
     */
    static void start(Lab lab, String backend, String text) {
        Window.setTimeout(() -> {
            boolean handedOver = open(lab, text.isEmpty() ? Address.text() : text);
            if (handedOver) {
                return;
            }
            if (!text.isEmpty() && !text.equals(Address.text())) {
                Address.write(text, true);
            }
            lab.start(CatalogueEntry.CURVES.get(0).key(), () -> ready(backend));
            Address.onChange(event -> open(lab, Address.text()));
            Theme.onChange(lab::redraw);
            for (String id : new String[] {"lab", "curve", "surface", "loss", "rates"}) {
                Dom.onResize(Dom.element(id), event -> lab.redraw());
            }
        }, 0);
    }

    /** The page can be used now, and says as what it runs. */
    private static void ready(String backend) {
        Dom.element("lab").removeAttribute("inert");
        Dom.setText(Dom.element("backend"), Dom.MESSAGES.text("page.backend", backend));
        tell("ready", "");
    }

    /**
     * Shows the experiment of a text, if there is one; what is wrong with it is said, and the present experiment stays.
     *
     * @return whether the whole program will do that in the place of this one
     */
    private static boolean open(Lab lab, String text) {
        String problem = "";
        try {
            if (!text.isEmpty()) {
                lab.open(text);
            }
            if (!text.isEmpty() && !lab.experiment().unknown().isEmpty()) {
                if (askForWhole(text)) {
                    return true;
                }
                problem = Dom.MESSAGES.text("page.unknown", String.join(", ", lab.experiment().unknown()));
            }
        } catch (InputException e) {
            if (askForWhole(text)) {
                return true;
            }
            problem = Dom.MESSAGES.text("page.address", ExperimentText.place(text, e), Dom.MESSAGES.text(e.message()));
        }
        HTMLElement notice = Dom.element("notice");
        Dom.setText(notice, problem);
        notice.setHidden(problem.isEmpty());
        return false;
    }

    /** What the text says is more than this program knows, or a mistake: the whole shall open it. @return whether it will; false from the whole itself */
    static boolean askForWhole(String text) {
        return tell("whole", text);
    }

    /** Tells start.js, which listens to events of the window. @return whether it acts upon it */
    @JSBody(params = {"what", "text"}, script = "return !dispatchEvent(new CustomEvent('descentlab-' + what, {detail: text, cancelable: true}));")
    private static native boolean tell(String what, String text);
}
