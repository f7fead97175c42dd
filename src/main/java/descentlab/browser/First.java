package descentlab.browser;

import descentlab.experiment.CatalogueEntry;
import descentlab.experiment.Vocabulary;
import descentlab.message.Messages;
import org.teavm.jso.JSExport;

/**
 * The entry points of the small program that the page begins with: gradient descent on a function of x, seen at once and played with. What it leaves
 * out costs nothing to load; {@link Program} says when the whole takes over.
 */
public final class First {
    private static Lab lab;
    private static PlayerView player;

    private First() {
    }

    /** Runs the page. @param arguments the name of the backend, as it is to stand in the footer */
    public static void main(String[] arguments) {
        Dom.MESSAGES = Messages.first();
        lab = new Lab(Vocabulary.plain());
        player = new PlayerView(lab);
        lab.add(new CurveLandscape());
        lab.add(new FormulaView(lab, CatalogueEntry.CURVES));
        lab.add(new PictureView(lab));
        lab.add(new ChartsView(lab));
        lab.add(player);
        lab.add(new RateView(lab));
        lab.add(new TeacherView());
        lab.add(new RunsView(lab));
        lab.add(new EmbedView());
        Program.start(lab, arguments[0], "");
    }

    /** Whether nothing moves, so that another program can take over unseen. */
    @JSExport
    public static boolean isAtRest() {
        return !player.isPlaying();
    }

    /** Lets go of the page. @return the text of what it shows, "" where that was nothing yet */
    @JSExport
    public static String leave() {
        Dom.stop();
        return lab.leave();
    }
}
