package descentlab.browser;

import descentlab.experiment.Catalogue;
import descentlab.experiment.SurveyJson;
import descentlab.experiment.Trace;
import descentlab.experiment.Train;
import descentlab.experiment.Vocabulary;
import descentlab.message.Messages;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Float64Array;

/** The entry points of the whole program: the page calls {@code main}, a script calls the library's functions. */
public final class Main {
    static {
        CompiledTape.install();
    }

    private Main() {
    }

    /** Runs the page. @param arguments the name of the backend, as it is to stand in the footer, and the experiment to open, or "" */
    public static void main(String[] arguments) {
        Dom.MESSAGES = Messages.english();
        Lab lab = new Lab(Vocabulary.whole());
        lab.expectResults();
        SwarmView swarms = new SwarmView(lab);
        lab.add(new CurveLandscape());
        lab.add(new MapLandscape(swarms));
        LearningLandscape learning = new LearningLandscape(new Trainer(lab), new OwnData(lab));
        lab.add(learning);
        lab.add(new FormulaView(lab, Catalogue.FUNCTIONS));
        lab.add(new ParameterView(lab));
        lab.add(new LearningView(lab));
        lab.add(new PictureView(lab));
        lab.add(swarms);
        lab.add(new SurfaceView(lab));
        lab.add(new ChartsView(lab));
        lab.add(new PlayerView(lab));
        lab.add(new RateView(lab));
        lab.add(new SweepView(lab));
        lab.add(new TeacherView());
        lab.add(new RunsView(lab));
        lab.add(new CurvatureView(lab));
        lab.add(new LearningChartsView(lab, learning));
        lab.add(new WalkView(lab, learning));
        lab.add(new RuleView(lab));
        lab.add(new RaceView(lab));
        lab.add(new TableView(lab));
        lab.add(new EmbedView());
        // Last, since workers take the processor from what the other views draw.
        lab.add(new MapsView(lab));
        new KeepView(lab);
        Theme.onPrint(lab::draw);
        Program.start(lab, arguments[0], arguments[1]);
    }

    /** @see Trace#of */
    @JSExport
    public static String trace(String text) {
        return Trace.of(text);
    }

    /** @see SurveyJson#of */
    @JSExport
    public static String survey(String text) {
        return SurveyJson.of(text);
    }

    /** What a worker of the page computes. @see TileWork */
    @JSExport
    public static Float64Array tile(String text, int number, Float64Array spent) {
        return TileWork.of(text, number, spent);
    }

    /** What a worker of the page trains. @see TrainingWork */
    @JSExport
    public static Float64Array training(String text, Float64Array known, double most) {
        return TrainingWork.of(text, known, most);
    }

    /** @see Train#of */
    @JSExport
    public static String train(String json) {
        return Train.of(json);
    }
}
