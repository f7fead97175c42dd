package descentlab.scene;

import descentlab.message.Numerals;
import descentlab.scene.Lettering.Align;
import java.util.HashMap;
import java.util.Map;

/** Writes a picture as SVG 1.1 text, for export: numbers rounded to two decimals, text escaped, no scripts, no links. */
public final class SvgPen implements Pen {
    private static final String FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
    /** Mean width of a letter in parts of its size: there is no font here to measure with. */
    private static final double LETTER = 0.56;
    private static final double LETTER_BOLD = 0.6;
    /** Rows of an image that are written as one. */
    private static final int PIXEL = 2;

    private final double width;
    private final double height;
    private final StringBuilder body = new StringBuilder();
    private int clips;
    private boolean clipped;

    public SvgPen(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** The whole file; the title is what a screen reader says. */
    public String svg(String title) {
        String size = " width=\"" + number(width) + "\" height=\"" + number(height) + "\"";
        String box = " viewBox=\"0 0 " + number(width) + " " + number(height) + "\"";
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"" + size + box + " role=\"img\" font-family=\"" + FONT
            + "\" style=\"font-variant-numeric: tabular-nums\">\n<title>" + escaped(title) + "</title>\n"
            + body + (clipped ? "</g>\n" : "") + "</svg>\n";
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public void polyline(double[] xs, double[] ys, int from, int to, Stroke stroke) {
        body.append("<path d=\"");
        appendPath(xs, ys, from, to);
        appendStroke(stroke);
    }

    @Override
    public void segments(double[] xs, double[] ys, int from, int to, Stroke stroke) {
        if (from >= to) {
            return;
        }
        body.append("<path d=\"");
        for (int i = from; i < to; i += 2) {
            appendPath(xs, ys, i, i + 2);
        }
        appendStroke(stroke);
    }

    @Override
    public void polygon(double[] xs, double[] ys, int from, int to, int colour, double alpha) {
        body.append("<path d=\"");
        appendPath(xs, ys, from, to);
        body.append("Z\"");
        appendFill(colour, alpha);
    }

    @Override
    public void rectangle(Frame frame, int colour, double alpha) {
        body.append("<rect ");
        appendFrame(frame);
        appendFill(colour, alpha);
    }

    /** As one path for each colour, of runs of pixels two rows high: small, and sharp at any size. */
    @Override
    public void image(Bitmap bitmap, Frame frame) {
        Map<Integer, StringBuilder> paths = new HashMap<>();
        int[] pixels = bitmap.pixels();
        int columns = bitmap.columns();
        int rows = bitmap.rows();
        for (int y = 0; y < rows; y += PIXEL) {
            for (int from = 0, to = 1; from < columns; from = to++) {
                int colour = pixels[y * columns + from];
                while (to < columns && pixels[y * columns + to] == colour) {
                    to++;
                }
                int height = Math.min(PIXEL, rows - y);
                paths.computeIfAbsent(colour, key -> new StringBuilder()).append('M').append(from).append(' ').append(y).append('h').append(to - from)
                    .append('v').append(height).append('h').append(from - to).append('z');
            }
        }
        body.append("<g shape-rendering=\"crispEdges\" transform=\"translate(").append(number(frame.left())).append(' ').append(number(frame.top()))
            .append(") scale(").append(frame.width() / columns).append(' ').append(frame.height() / rows).append(")\">\n");
        for (Map.Entry<Integer, StringBuilder> path : paths.entrySet()) {
            body.append("<path d=\"").append(path.getValue()).append('"');
            appendFill(path.getKey(), 1);
        }
        body.append("</g>\n");
    }

    @Override
    public void marks(Mark mark, double[] xs, double[] ys, int from, int to, double radius, int colour, double alpha) {
        body.append("<path d=\"");
        boolean round = mark.corners().length == 0;
        double reach = mark == Mark.RING ? radius * (1 - Mark.RING_WIDTH / 2) : radius;
        for (int i = from; i < to; i++) {
            if (round) {
                String r = number(reach);
                String half = "a" + r + " " + r + " 0 1 1 ";
                body.append("M").append(number(xs[i] - reach)).append(' ').append(number(ys[i])).append(half).append(number(2 * reach)).append(" 0")
                    .append(half).append(number(-2 * reach)).append(" 0Z");
            } else {
                appendPolygon(mark.corners(), xs[i], ys[i], radius);
            }
        }
        if (mark == Mark.RING) {
            appendStroke(Stroke.solid(colour, alpha, radius * Mark.RING_WIDTH));
        } else {
            body.append('"');
            appendFill(colour, alpha);
        }
    }

    private void appendPolygon(double[] corners, double x, double y, double radius) {
        double[] cornerXs = new double[corners.length / 2];
        double[] cornerYs = new double[cornerXs.length];
        for (int k = 0; k < cornerXs.length; k++) {
            cornerXs[k] = x + radius * corners[2 * k];
            cornerYs[k] = y + radius * corners[2 * k + 1];
        }
        appendPath(cornerXs, cornerYs, 0, cornerXs.length);
        body.append('Z');
    }

    @Override
    public void clip(Frame frame) {
        clips++;
        body.append("<clipPath id=\"clip").append(clips).append("\"><rect ");
        appendFrame(frame);
        body.append("/></clipPath>\n<g clip-path=\"url(#clip").append(clips).append(")\">\n");
        clipped = true;
    }

    @Override
    public void unclip() {
        body.append("</g>\n");
        clipped = false;
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        String anchor = lettering.align() == Align.LEFT ? "start" : lettering.align() == Align.CENTRE ? "middle" : "end";
        body.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" font-size=\"").append(number(lettering.size()))
            .append("\" font-weight=\"").append(lettering.weight()).append("\" text-anchor=\"").append(anchor).append('"');
        if (lettering.halo() >= 0) {
            body.append(" stroke=\"").append(colour(lettering.halo())).append("\" stroke-width=\"").append(number(2 * Lettering.HALO))
                .append("\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        }
        body.append(" fill=\"").append(colour(lettering.colour())).append("\">").append(escaped(text)).append("</text>\n");
    }

    @Override
    public double textWidth(String text, double size, int weight) {
        return text.length() * size * (weight > 500 ? LETTER_BOLD : LETTER);
    }

    private void appendPath(double[] xs, double[] ys, int from, int to) {
        for (int i = from; i < to; i++) {
            body.append(i == from ? 'M' : 'L').append(number(xs[i])).append(' ').append(number(ys[i]));
        }
    }

    private void appendStroke(Stroke stroke) {
        body.append("\" fill=\"none\" stroke-linejoin=\"round\" stroke=\"").append(colour(stroke.colour()))
            .append("\" stroke-width=\"").append(number(stroke.width())).append('"');
        if (stroke.alpha() < 1) {
            body.append(" stroke-opacity=\"").append(number(stroke.alpha())).append('"');
        }
        if (stroke.dash() > 0) {
            body.append(" stroke-dasharray=\"").append(number(stroke.dash())).append('"');
        }
        body.append("/>\n");
    }

    private void appendFill(int colour, double alpha) {
        body.append(" fill=\"").append(colour(colour)).append('"');
        if (alpha < 1) {
            body.append(" fill-opacity=\"").append(number(alpha)).append('"');
        }
        body.append("/>\n");
    }

    private void appendFrame(Frame frame) {
        body.append("x=\"").append(number(frame.left())).append("\" y=\"").append(number(frame.top()))
            .append("\" width=\"").append(number(frame.width())).append("\" height=\"").append(number(frame.height())).append('"');
    }

    private static String colour(int colour) {
        String digits = Integer.toHexString(colour);
        return "#" + "000000".substring(digits.length()) + digits;
    }

    private static String number(double value) {
        return Numerals.exact(Math.floor(value * 100 + 0.5) / 100);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                // Other control characters are not allowed in XML at all.
                default -> escaped.append(c < ' ' ? ' ' : c);
            }
        }
        return escaped.toString();
    }
}
