package descentlab.browser;

import descentlab.experiment.CatalogueEntry;
import descentlab.experiment.Trace;
import descentlab.message.InputException;
import org.teavm.jso.JSExport;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/** The entry points of the compiled program: the page calls {@code main}, a script calls the library's functions. */
public final class Main {
    private Main() {
    }

    /** Runs the page. @param arguments the name of the backend, as it is to stand in the footer */
    public static void main(String[] arguments) {
        Lab lab = new Lab();
        SwarmView swarms = new SwarmView(lab);
        PictureView picture = new PictureView(lab, swarms);
        lab.add(new FormulaView(lab));
        lab.add(new ParameterView(lab));
        lab.add(picture);
        lab.add(swarms);
        lab.add(new SurfaceView(lab));
        lab.add(new ChartsView(lab));
        lab.add(new PlayerView(lab));
        lab.add(new RateView(lab));
        lab.add(new TeacherView());
        lab.add(new RunsView(lab));
        lab.add(new CurvatureView(lab));
        lab.add(new RuleView(lab));
        lab.add(new RaceView(lab));
        lab.add(new TableView(lab));
        lab.add(new EmbedView());
        new KeepView(lab, picture);
        Window.setTimeout(() -> {
            openAddress(lab);
            lab.start(CatalogueEntry.ALL.get(0).experiment(), () -> ready(arguments[0]));
            listen(lab);
        }, 0);
    }

    /** The page can be used now, and says as what it runs. */
    private static void ready(String backend) {
        Dom.element("lab").removeAttribute("inert");
        Dom.setText(Dom.element("backend"), Dom.MESSAGES.text("page.backend", backend));
    }

    private static void listen(Lab lab) {
        Address.onChange(event -> openAddress(lab));
        Theme.onChange(lab::redraw);
        for (String id : new String[] {"lab", "curve", "surface", "loss", "rates"}) {
            Dom.onResize(Dom.element(id), event -> lab.redraw());
        }
    }

    /** @see Trace#of */
    @JSExport
    public static String trace(String text) {
        return Trace.of(text);
    }

    /** Shows the experiment of the address, if there is one; what is wrong with it is said, and the present experiment stays. */
    private static void openAddress(Lab lab) {
        String text = Address.text();
        String problem = "";
        try {
            if (!text.isEmpty()) {
                lab.open(text);
            }
            if (!text.isEmpty() && !lab.experiment().unknown().isEmpty()) {
                problem = Dom.MESSAGES.text("page.unknown", String.join(", ", lab.experiment().unknown()));
            }
        } catch (InputException e) {
            int end = Math.min(text.length(), e.position() + Math.max(1, e.length()));
            problem = Dom.MESSAGES.text("page.address", text.substring(Math.min(e.position(), end), end), Dom.MESSAGES.text(e.message()));
        }
        HTMLElement notice = Dom.element("notice");
        Dom.setText(notice, problem);
        notice.setHidden(problem.isEmpty());
    }
}
