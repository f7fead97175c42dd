package descentlab.scene;

import descentlab.message.Messages;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Draws the pictures into target/pictures, light and dark, for a phone and a desk, to be looked at. Passes when nothing fails on the way. */
class GalleryTest {
    private static final Messages ENGLISH = Messages.english();

    private static void draw(String name, BiConsumer<Palette, Pen> scene, int width, int height) throws IOException {
        for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
            GraphicsPen pen = new GraphicsPen(width, height);
            scene.accept(palette, pen);
            pen.write(new File("target/pictures/" + name + "-" + width + (palette == Palette.LIGHT ? "-light" : "-dark") + ".png"));
        }
    }

    private static void curve(String name, Example f, double from, double to, double step, List<RunPicture> runs, double... minima)
            throws IOException {
        BiConsumer<Palette, Pen> scene =
            (palette, pen) -> new CurveScene(f, Viewport.fit(f, from, to), runs, step, minima, palette, ENGLISH).draw(pen);
        draw("curve-" + name, scene, 358, 260);
        draw("curve-" + name, scene, 800, 440);
    }

    @Test
    void curves() throws IOException {
        curve("wavy", Example.WAVY, -6, 6, 15, Example.WAVY.runs(-5, 15, 0.01, 0.05, 0.1), -1.30644, 3.8374671);
        curve("wavy-start", Example.WAVY, -6, 6, 0, Example.WAVY.runs(3, 15, 0.01, 0.05, 0.1), -1.30644, 3.8374671);
        curve("wavy-cycle", Example.WAVY, -1, 7, 30.4, Example.WAVY.runs(3, 60, 0.1, 0.3), 3.8374671);
        curve("bowl", Example.BOWL, -5, 12, 4, Example.BOWL.runs(10, 20, 0.01, 0.1, 0.5, 0.9, 1.1), 2);
        curve("bowl-gone", Example.BOWL, -5, 12, 20, Example.BOWL.runs(10, 20, 0.01, 0.1, 0.5, 1.1, 3.5), 2);
        curve("hyperbola", Example.HYPERBOLA, -3, 3, 3, Example.HYPERBOLA.runs(-1, 5, 0.05, 0.2));
        curve("logarithm", Example.LOGARITHM, -2, 6, 3, Example.LOGARITHM.runs(3, 12, 0.5, 2));
        curve("absolute", Example.ABSOLUTE, -3, 3, 12, Example.ABSOLUTE.runs(2, 20, 0.1, 0.7), 0);
        curve("constant", Example.CONSTANT, -3, 3, 0, Example.CONSTANT.runs(1, 0, 0.1));
        curve("twentieth", Example.TWENTIETH, -1.5, 1.5, 3, Example.TWENTIETH.runs(1.1, 30, 0.001, 0.1));
        curve("root", Example.ROOT, -1, 3, 5, Example.ROOT.runs(1, 10, 0.1, 0.7));
        curve("many", Example.WAVY, -6, 6, 1000, Example.WAVY.runs(-5, 1000, 0.0005, 0.01, 0.15, 0.35, 0.45), -1.30644, 3.8374671);
    }

    private static void steps(String name, double step, List<RunPicture> runs) throws IOException {
        for (boolean logarithmic : new boolean[] {false, true}) {
            String kind = "loss-" + (logarithmic ? "log-" : "linear-") + name;
            draw(kind, (palette, pen) -> new LossScene(runs, step, logarithmic, "step", null, palette, ENGLISH).draw(pen), 358, 220);
            draw(kind, (palette, pen) -> new LossScene(runs, step, logarithmic, "step", null, palette, ENGLISH).draw(pen), 520, 280);
        }
        draw("rate-" + name, (palette, pen) -> new RateScene(runs, step, palette, ENGLISH).draw(pen), 358, 110);
        draw("rate-" + name, (palette, pen) -> new RateScene(runs, step, palette, ENGLISH).draw(pen), 520, 140);
    }

    @Test
    void losses() throws IOException {
        steps("wavy", 15, Example.WAVY.runs(-5, 30, 0.01, 0.05, 0.1));
        steps("wavy-cycle", 20.4, Example.WAVY.runs(3, 60, 0.1, 0.3));
        steps("bowl", 4, Example.BOWL.runs(10, 20, 0.01, 0.1, 0.5, 0.9, 1.1));
        steps("bowl-gone", 60, Example.BOWL.runs(10, 600, 0.01, 0.1, 0.5, 1.1, 3.5));
        steps("bowl-alone", 20, Example.BOWL.runs(10, 20, 1.1));
        steps("hyperbola", 3, Example.HYPERBOLA.runs(-1, 5, 0.05, 0.2));
        steps("logarithm", 3, Example.LOGARITHM.runs(3, 12, 0.5, 2));
        steps("constant", 0, Example.CONSTANT.runs(1, 0, 0.1));
        steps("twentieth", 3, Example.TWENTIETH.runs(1.1, 30, 0.001, 0.1));
        steps("many", 1000, Example.WAVY.runs(-5, 1000, 0.0005, 0.01, 0.15, 0.35, 0.45));
    }
}
