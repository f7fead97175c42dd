package descentlab.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.experiment.ChartPlan;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentText;
import descentlab.message.InputException;
import descentlab.survey.Outcome;
import descentlab.survey.Outcomes;
import descentlab.survey.Survey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutcomePictureTest {
    private static final int WIDTH = 147;
    private static final int HEIGHT = 93;
    private static final int[] STYLES = {2, 0};

    private static Survey survey() throws InputException {
        return survey(100);
    }

    private static Survey survey(int steps) throws InputException {
        Experiment experiment = ExperimentText.read("f=x^2%2B10sin(x)&steps=" + steps + "&survey=atlas&lr=0.001..2&x0=-6..6");
        return ChartPlan.survey(experiment, ChartPlan.filled(experiment, experiment.display().chart()), WIDTH, HEIGHT);
    }

    /** What is known pixel by pixel, the nearest in the place of what is not. */
    private static int[] atOnce(Outcomes outcomes) {
        OutcomeLook look = new OutcomeLook(Palette.LIGHT, STYLES, outcomes.survey().plan().steps());
        int[] pixels = new int[WIDTH * HEIGHT];
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            int near = outcomes.near(pixel);
            int column = pixel % WIDTH;
            look.paint(outcomes.code(near), outcomes.steps(near), pixel / WIDTH, column, column + 1, pixels, pixel - column);
        }
        return pixels;
    }

    private static Bitmap painted(OutcomePicture picture) {
        while (picture.advance()) {
        }
        return picture.bitmap();
    }

    /** In whatever order tiles come, also finer ones before coarser ones. A new end changes the numbers of others, and so it is another picture. */
    @Test
    void showsAllThatIsKnown() throws InputException {
        Survey survey = survey();
        List<Integer> order = new ArrayList<>();
        for (int number = 0; number < survey.tiles(); number++) {
            order.add(number);
        }
        for (int seed = 0; seed < 3; seed++) {
            Outcomes outcomes = new Outcomes(survey);
            OutcomePicture picture = null;
            int ends = -1;
            Collections.shuffle(order, new Random(seed));
            for (int number : order) {
                outcomes.add(survey.compute(number));
                if (outcomes.ends().length != ends) {
                    ends = outcomes.ends().length;
                    picture = new OutcomePicture(outcomes, STYLES, Palette.LIGHT, picture);
                }
                assertArrayEquals(atOnce(outcomes), painted(picture).pixels());
            }
        }
    }

    /** Two ends that have one colour, for want of more, are parted by a line; those of two colours are not. */
    @Test
    void endsOfOneColourAreParted() throws InputException {
        Outcomes outcomes = survey().compute();
        int colours = Palette.LIGHT.runs().size();
        int[] alike = painted(new OutcomePicture(outcomes, new int[] {0, colours}, Palette.LIGHT, null)).pixels();
        int[] apart = painted(new OutcomePicture(outcomes, new int[] {0, 1}, Palette.LIGHT, null)).pixels();
        for (int column = 0; column < WIDTH; column++) {
            for (int row = 1; row < HEIGHT; row++) {
                int cell = row * WIDTH + column;
                boolean border = isBorder(outcomes, cell, cell - WIDTH) || column > 0 && isBorder(outcomes, cell, cell - 1);
                assertEquals(border, alike[cell] == Palette.LIGHT.ink());
                assertFalse(apart[cell] == Palette.LIGHT.ink());
            }
        }
    }

    private static boolean isBorder(Outcomes outcomes, int cell, int other) {
        return outcomes.code(cell) != outcomes.code(other) && Outcome.isReached(outcomes.code(cell)) && Outcome.isReached(outcomes.code(other));
    }

    /** Of as many columns and rows as are needed, the last of which stand out of the map by the same part as in the picture's place. */
    @Test
    void isOfSquaresWhileLittleIsKnown() throws InputException {
        Outcomes outcomes = new Outcomes(survey(50_000));
        for (int number = 0; number < outcomes.survey().coarseTiles(); number++) {
            outcomes.add(outcomes.survey().compute(number));
        }
        assertTrue(outcomes.isSeen());
        OutcomePicture picture = new OutcomePicture(outcomes, STYLES, Palette.LIGHT, null);
        Bitmap squares = picture.bitmap();
        assertEquals(19, squares.columns());
        assertEquals(12, squares.rows());
        assertTrue(squares.squares());
        OutcomeLook look = new OutcomeLook(Palette.LIGHT, STYLES, 50_000);
        for (int k = 0; k < squares.pixels().length; k++) {
            int cell = k / 19 * 8 * WIDTH + k % 19 * 8;
            assertTrue(outcomes.code(cell) != Outcomes.UNKNOWN);
            assertEquals(look.plain(outcomes.code(cell), outcomes.steps(cell)), squares.pixels()[k]);
        }
        assertEquals(new Frame(10, 20, 19 * 8, 12 * 8), picture.over(new Frame(10, 20, WIDTH, HEIGHT)));
    }

    @Test
    void isAnotherBitmapOnlyWhenItHasChanged() throws InputException {
        Outcomes outcomes = new Outcomes(survey());
        OutcomePicture picture = new OutcomePicture(outcomes, STYLES, Palette.LIGHT, null);
        Bitmap before = picture.bitmap();
        assertSame(before, painted(picture));
        outcomes.add(outcomes.survey().compute(0));
        assertTrue(picture.advance());
        assertSame(before, picture.bitmap());
        assertNotSame(before, painted(picture));
        assertTrue(picture.isOf(outcomes, STYLES.clone(), Palette.LIGHT));
        assertFalse(picture.isOf(outcomes, new int[] {2, 1}, Palette.LIGHT));
    }

    /** Nothing of the picture before is seen in one that takes its place. */
    @Test
    void beginsWithPaperInTheArrayOfAnother() throws InputException {
        Outcomes outcomes = new Outcomes(survey());
        outcomes.add(outcomes.survey().compute(0));
        OutcomePicture first = new OutcomePicture(outcomes, STYLES, Palette.LIGHT, null);
        Bitmap before = first.bitmap();
        OutcomePicture next = new OutcomePicture(new Outcomes(survey()), STYLES, Palette.DARK, first);
        assertNotSame(before, next.bitmap());
        assertTrue(Arrays.stream(next.bitmap().pixels()).allMatch(pixel -> pixel == Palette.DARK.paper()));
    }
}
