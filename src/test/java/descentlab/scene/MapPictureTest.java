package descentlab.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.descent.CriticalPoints;
import descentlab.descent.Curvature;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentText;
import descentlab.experiment.Results;
import descentlab.message.InputException;
import descentlab.message.Messages;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Maps and surfaces as they were looked at once and found good: drawn by Java2D as small pictures on one sheet, and a map as SVG. What is
 * drawn now stands in target/pictures; after a change that is meant, look at it and copy it to src/test/resources/pictures.
 */
class MapPictureTest {
    private static final Messages ENGLISH = Messages.english();
    private static final String ROSENBROCK = "f=(1-x)^2%2B100(y-x^2)^2&x0=-1.2,1&run=SGD(lr=0.001)&run=Adam(lr=0.1)&steps=300&window=-2,2,-1,3";
    /** Ordinary functions and extreme ones. */
    private static final List<String> FUNCTIONS = List.of(ROSENBROCK,
        "f=(x^2%2By-11)^2%2B(x%2By^2-7)^2&x0=0,-1&lr=0.01,0.02&window=-6,6,-6,6",
        "f=-20exp(-0.2sqrt((x^2%2By^2)/2))-exp((cos(2pi x)%2Bcos(2pi y))/2)%2Be%2B20&x0=-3.4,2.7&lr=0.05&window=-5,5,-5,5",
        "f=x^2-y^2&x0=-2,0.001&lr=0.2&window=-3,3,-3,3", "f=3%2B0y&x0=1,1&lr=0.1&window=-2,2,-2,2", "f=x^20%2By^20&x0=0.9,0.9&lr=0.01&window=-2,2,-2,2",
        "f=1/(x*y)&x0=1,1&lr=0.1&window=-3,3,-3,3", "f=log(x%2By)&x0=1,1&lr=0.05&steps=9&window=-3,3,-3,3",
        "f=max(|x|,2|y|)&x0=1.3,1&lr=0.1&window=-2,2,-2,2", "f=exp(exp(x^2%2By^2))&x0=0.5,0.5&lr=0.01&window=-4,4,-4,4",
        "f=floor(x)%2B|y|&x0=1,1&lr=0.1&window=-3,3,-3,3", "f=sqrt(-1-x^2-y^2)&x0=1,1&lr=0.1&window=-3,3,-3,3");
    private static final int WIDTH = 240;
    private static final int HEIGHT = 198;
    /** So much smaller is the sheet than what is drawn, which leaves of letters, whose form is the machine's, little more than grey. */
    private static final int SMALLER = 3;
    private static final int COLUMNS = 4;
    /** Colour steps, of 255, by which the pictures may differ on the mean, and by which few pixels may differ more. */
    private static final double MEAN = 2.5;
    private static final int FAR = 60;
    private static final double FEW = 0.015;

    private static Experiment experiment(String text) {
        try {
            return ExperimentText.read(text);
        } catch (InputException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Viewport window(Experiment experiment) {
        List<Double> window = experiment.display().window();
        return new Viewport(window.get(0), window.get(1), window.get(2), window.get(3));
    }

    private static List<RunPicture> runs(Experiment experiment) {
        var trajectories = Results.of(experiment).trajectories();
        return IntStream.range(0, trajectories.size())
            .mapToObj(i -> new RunPicture(trajectories.get(i), i, "run " + i, i == 0)).toList();
    }

    private static void map(String text, Palette palette, Pen pen) {
        Experiment experiment = experiment(text);
        Viewport view = window(experiment);
        List<RunPicture> runs = runs(experiment);
        ContourMap map = new ContourMap(experiment.function(), ContourScene.plot(view, pen.width(), pen.height()), palette);
        var points = CriticalPoints.find(experiment.function(), view.xMin(), view.xMax(), view.yMin(), view.yMax());
        Curvature curvature = new Curvature(experiment.function(), runs.get(0).trajectory());
        new ContourScene(map, runs, experiment.steps(), points, curvature, null, experiment.function(), palette, ENGLISH).draw(pen);
    }

    private static void surface(String text, Palette palette, Pen pen) {
        Experiment experiment = experiment(text);
        Surface surface = new Surface(experiment.function(), window(experiment));
        new SurfaceScene(surface, Turn.STANDARD, runs(experiment), experiment.steps(), palette, ENGLISH).draw(pen);
    }

    /** Out of the view, out of the domain, out of the numbers: no run is too wild to be drawn, on the map and on the surface. */
    @ParameterizedTest
    @ValueSource(strings = {"x^2+y^2", "x ln(x) + y^2", "x - ln(x) - ln(y)", "sqrt(x*y)", "1/(x+y)", "x^4+y^4", "exp(x+y)", "|x|+|y|", "ln(x^2+y^2)", "x*y", "5 + 0x + 0y"})
    void everyRunIsDrawn(String formula) {
        for (String start : List.of("2,1", "0.5,-0.5", "-3,2", "1,1")) {
            for (String rate : List.of("0.001", "0.5", "1", "2", "5", "1e3", "1e200", "-1")) {
                String text = "f=" + formula.replace("+", "%2B") + "&steps=20&x0=" + start + "&lr=" + rate;
                Viewport first = FirstView.ofMap(experiment(text).function(), experiment(text).startPoint());
                String inView = text + "&window=" + first.xMin() + "," + first.xMax() + "," + first.yMin() + "," + first.yMax();
                SvgPen pen = new SvgPen(358, 260);
                map(inView, Palette.LIGHT, pen);
                surface(inView, Palette.DARK, pen);
                assertFalse(pen.svg("f").replaceAll("<text.*</text>", "").contains("NaN"), inView);
            }
        }
    }

    @Test
    void looksAsItWasFoundGood() throws IOException {
        int rows = (2 * FUNCTIONS.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet = new BufferedImage(COLUMNS * WIDTH / SMALLER, rows * HEIGHT / SMALLER, BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < 2 * FUNCTIONS.size(); k++) {
            GraphicsPen pen = new GraphicsPen(WIDTH, HEIGHT);
            Palette palette = k % 8 < 4 ? Palette.LIGHT : Palette.DARK;
            if (k % 2 == 0) {
                map(FUNCTIONS.get(k / 2), palette, pen);
            } else {
                surface(FUNCTIONS.get(k / 2), palette, pen);
            }
            Graphics2D graphics = sheet.createGraphics();
            int width = WIDTH / SMALLER;
            int height = HEIGHT / SMALLER;
            graphics.drawImage(pen.image().getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), k % COLUMNS * width,
                k / COLUMNS * height, null);
            graphics.dispose();
        }
        File drawn = new File("target/pictures/maps.png");
        drawn.getParentFile().mkdirs();
        ImageIO.write(sheet, "png", drawn);
        try (InputStream in = MapPictureTest.class.getResourceAsStream("/pictures/maps.png")) {
            BufferedImage expected = ImageIO.read(in);
            for (int k = 0; k < 2 * FUNCTIONS.size(); k++) {
                compare(FUNCTIONS.get(k / 2), expected, sheet, k % COLUMNS * WIDTH / SMALLER, k / COLUMNS * HEIGHT / SMALLER);
            }
        }
    }

    private static void compare(String name, BufferedImage expected, BufferedImage actual, int left, int top) {
        double sum = 0;
        int far = 0;
        int pixels = WIDTH * HEIGHT / SMALLER / SMALLER;
        for (int y = top; y < top + HEIGHT / SMALLER; y++) {
            for (int x = left; x < left + WIDTH / SMALLER; x++) {
                int a = expected.getRGB(x, y);
                int b = actual.getRGB(x, y);
                int difference = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    difference = Math.max(difference, Math.abs((a >> shift & 255) - (b >> shift & 255)));
                }
                sum += difference;
                far += difference > FAR ? 1 : 0;
            }
        }
        assertTrue(sum / pixels <= MEAN && far <= FEW * pixels, name + ": differs by " + sum / pixels + " on the mean, much in " + far + " pixels");
    }

    @Test
    void theSvgOfAMapIsTheSame() throws IOException {
        SvgPen pen = new SvgPen(WIDTH / 2.0, HEIGHT / 2.0);
        map(FUNCTIONS.get(1), Palette.LIGHT, pen);
        assertSame("map.svg", pen.svg("Himmelblau"));
    }

    /** The same but for the last digits of numbers. */
    private static void assertSame(String name, String svg) throws IOException {
        Files.createDirectories(new File("target/pictures").toPath());
        Files.writeString(new File("target/pictures/" + name).toPath(), svg);
        try (InputStream in = MapPictureTest.class.getResourceAsStream("/pictures/" + name)) {
            String expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Pattern number = Pattern.compile("-?\\d+(\\.\\d+)?");
            assertEquals(number.matcher(expected).replaceAll("#"), number.matcher(svg).replaceAll("#"));
            Matcher a = number.matcher(expected);
            Matcher b = number.matcher(svg);
            while (a.find() && b.find()) {
                assertEquals(Double.parseDouble(a.group()), Double.parseDouble(b.group()), 0.02);
            }
        }
    }
}
