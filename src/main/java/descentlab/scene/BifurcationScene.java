package descentlab.scene;

import descentlab.message.Messages;
import descentlab.message.Numerals;
import descentlab.scene.Lettering.Align;
import descentlab.survey.Outcome;
import descentlab.survey.Outcomes;
import descentlab.survey.Survey;

/**
 * Where the descents of a function of x end against the learning rate: the x of their last states in the column of each rate, coloured by the period,
 * which stands above. @param low the lowest x in view, @param high the highest, @param markX a rate to be marked, or NaN
 */
public record BifurcationScene(Outcomes outcomes, double low, double high, double markX, Palette palette, Messages messages) {
    private static final double TOP = 48;
    private static final double RIGHT = 12;
    private static final double BAND = 6;
    private static final double LOG10 = Math.log(10);
    private static final int DENSE = 12;
    private static final double NARROW = 0.003;

    public static Frame frame(double width, double height) {
        return new Frame(Axes.COLUMN, TOP, Math.max(16, Math.floor(width - Axes.COLUMN - RIGHT)), Math.max(16, Math.floor(height - TOP - Axes.BELOW)));
    }

    public Plot plot(Pen pen) {
        double from = Math.log(plan().across().from()) / LOG10;
        double to = Math.log(plan().across().to()) / LOG10;
        return new Plot(Viewport.nearest(from, to, low, high), frame(pen.width(), pen.height()));
    }

    private Survey.Plan plan() {
        return outcomes.survey().plan();
    }

    public void draw(Pen pen) {
        Plot plot = plot(pen);
        Frame frame = plot.frame();
        pen.rectangle(new Frame(0, 0, pen.width(), pen.height()), palette.paper(), 1);
        Axes axes = MapScene.axes(pen, plot, palette, true);
        axes.drawLines();
        int rows = (int) frame.height() * 2;
        pen.image(new Bitmap(paint(rows), plan().width()), frame);
        axes.drawLabels(messages.text("maps.axis.RATE"), messages.text("maps.axis.x"), new Labels(pen, frame, new Points()));
        drawPeriods(pen, plot);
        double x = plot.px(Math.log(markX) / LOG10);
        if (x >= frame.left() && x <= frame.right()) {
            pen.segments(new double[] {x, x}, new double[] {frame.top(), frame.bottom()}, 0, 2, new Stroke(palette.ink(), 0.8, 1, 4));
        }
    }

    /** The states in pixels: the more states in one, the stronger. */
    private int[] paint(int rows) {
        int width = plan().width();
        int[] count = new int[width * rows];
        int[] pixels = new int[count.length];
        for (int i = 0; i < width; i++) {
            int near = outcomes.near(i);
            int code = outcomes.code(near);
            for (int k = 0; k < Survey.ORBIT && code != Outcomes.UNKNOWN; k++) {
                double place = (high - outcomes.orbit(near, k)) / (high - low) * rows;
                if (place >= 0 && place < rows) {
                    count[(int) place * width + i] += Outcome.of(code) == Outcome.CHAOTIC || Outcome.of(code) == Outcome.ON_ITS_WAY ? 1 : DENSE;
                }
            }
            for (int j = 0; j < rows; j++) {
                int here = count[j * width + i];
                double beside = j > 0 ? count[(j - 1) * width + i] : 0;
                double strength = Math.min(1, Math.max(Math.log(1 + here), 0.6 * Math.log(1 + beside)) / Math.log(1 + DENSE / 2));
                pixels[j * width + i] = Palette.mix(palette.paper(), code == Outcomes.UNKNOWN ? palette.paper() : colour(code), strength);
            }
        }
        return pixels;
    }

    private int colour(int code) {
        return switch (Outcome.of(code)) {
            case REACHED -> palette.run(0);
            case OSCILLATING -> palette.run(style(Outcome.detail(code)));
            case DIVERGED -> palette.error();
            case CHAOTIC -> palette.ink();
            default -> palette.quiet();
        };
    }

    /** Doublings of 1 go through the first colours, other periods have the later ones. */
    private static int style(int period) {
        return switch (period) {
            case 2 -> 1;
            case 4 -> 2;
            case 8 -> 3;
            case 16 -> 5;
            default -> 4;
        };
    }

    /** What rates end in, in the order of the rates, as a sentence; windows of a few pixels are left out. */
    public String words() {
        int width = plan().width();
        StringBuilder words = new StringBuilder();
        String said = "";
        for (int from = 0, to; from < width; from = to) {
            int code = outcomes.code(outcomes.near(from));
            to = end(from);
            String name = code == Outcomes.UNKNOWN || to - from < NARROW * width ? said : longName(code);
            if (!name.equals(said)) {
                words.append(words.isEmpty() ? messages.text("maps.from", name)
                        : messages.text("maps.then", name, Numerals.brief(plan().across().at((double) from / width))));
                said = name;
            }
        }
        return words.append(words.isEmpty() ? "" : ".").toString();
    }

    /** The column behind those that end as this does. */
    private int end(int from) {
        int to = from + 1;
        while (to < plan().width() && outcomes.code(outcomes.near(to)) == outcomes.code(outcomes.near(from))) {
            to++;
        }
        return to;
    }

    private String longName(int code) {
        return Outcome.of(code) == Outcome.REACHED ? messages.text("maps.period", "1")
                : messages.text("maps." + Outcome.of(code).name(), String.valueOf(Outcome.detail(code)));
    }

    /** A band above the columns whose colours say the period, with its name wherever there is room. */
    private void drawPeriods(Pen pen, Plot plot) {
        Frame frame = plot.frame();
        int width = plan().width();
        double pixel = frame.width() / width;
        double free = frame.left() + pen.textWidth(messages.text("maps.axis.x"), Axes.TEXT, 400);
        for (int from = 0, to; from < width; from = to) {
            int code = outcomes.code(outcomes.near(from));
            to = end(from);
            if (code != Outcomes.UNKNOWN) {
                double left = frame.left() + from * pixel;
                double across = (to - from) * pixel;
                pen.rectangle(new Frame(left, frame.top() - BAND - 4, across, BAND), colour(code), 1);
                free = name(pen, code, left + across / 2, across, free, frame);
            }
        }
    }

    private double name(Pen pen, int code, double middle, double across, double free, Frame frame) {
        Outcome outcome = Outcome.of(code);
        int period = outcome == Outcome.REACHED ? 1 : Outcome.detail(code);
        boolean periodic = outcome == Outcome.REACHED || outcome == Outcome.OSCILLATING;
        String[] names = periodic ? new String[] {messages.text("maps.period", String.valueOf(period)), String.valueOf(period)}
                : new String[] {messages.text("maps." + outcome.name(), "")};
        for (String name : names) {
            double half = pen.textWidth(name, Axes.TEXT, 600) / 2;
            boolean fits = 2 * half + 6 < across || periodic && name.length() < 3 && across > 3;
            double centre = Math.max(frame.left() + half, Math.min(frame.right() - half, middle));
            if (fits && centre - half > free + 4) {
                pen.text(name, centre, frame.top() - BAND - 9, new Lettering(periodic ? word(code) : palette.quiet(), Axes.TEXT, 600, Align.CENTRE, -1));
                return centre + half;
            }
        }
        return free;
    }

    private int word(int code) {
        return palette.word(Outcome.of(code) == Outcome.REACHED ? 0 : style(Outcome.detail(code)));
    }
}
