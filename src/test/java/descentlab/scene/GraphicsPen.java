package descentlab.scene;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextAttribute;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws with Java2D at two device pixels a CSS pixel, so that pictures can be looked at without a browser. */
final class GraphicsPen implements Pen {
    private static final double SCALE = 2;

    private final double width;
    private final double height;
    private final BufferedImage image;
    private final Graphics2D graphics;

    GraphicsPen(double width, double height) {
        this.width = width;
        this.height = height;
        image = new BufferedImage((int) (SCALE * width), (int) (SCALE * height), BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    BufferedImage image() {
        return image;
    }

    void write(File file) throws IOException {
        file.getParentFile().mkdirs();
        ImageIO.write(image, "png", file);
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
        stroke(path(xs, ys, from, to), stroke);
    }

    @Override
    public void segments(double[] xs, double[] ys, int from, int to, Stroke stroke) {
        Path2D path = new Path2D.Double();
        for (int i = from; i < to; i += 2) {
            path.append(path(xs, ys, i, i + 2), false);
        }
        stroke(path, stroke);
    }

    @Override
    public void polygon(double[] xs, double[] ys, int from, int to, int colour, double alpha) {
        Path2D path = path(xs, ys, from, to);
        path.closePath();
        use(colour, alpha);
        graphics.fill(path);
    }

    @Override
    public void rectangle(Frame frame, int colour, double alpha) {
        use(colour, alpha);
        graphics.fill(new Rectangle2D.Double(frame.left(), frame.top(), frame.width(), frame.height()));
    }

    @Override
    public void image(Bitmap bitmap, Frame frame) {
        BufferedImage picture = new BufferedImage(bitmap.columns(), bitmap.rows(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, bitmap.columns(), bitmap.rows(), bitmap.pixels(), 0, bitmap.columns());
        graphics.drawImage(picture, (int) frame.left(), (int) frame.top(), (int) frame.width(), (int) frame.height(), null);
    }

    @Override
    public void marks(Mark mark, double[] xs, double[] ys, int from, int to, double radius, int colour, double alpha) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double reach = mark == Mark.RING ? radius * (1 - Mark.RING_WIDTH / 2) : radius;
        double[] corners = mark.corners();
        for (int i = from; i < to; i++) {
            if (corners.length == 0) {
                path.append(new Ellipse2D.Double(xs[i] - reach, ys[i] - reach, 2 * reach, 2 * reach), false);
            } else {
                for (int k = 0; k < corners.length; k += 2) {
                    double x = xs[i] + radius * corners[k];
                    double y = ys[i] + radius * corners[k + 1];
                    if (k == 0) {
                        path.moveTo(x, y);
                    } else {
                        path.lineTo(x, y);
                    }
                }
                path.closePath();
            }
        }
        if (mark == Mark.RING) {
            stroke(path, Stroke.solid(colour, alpha, radius * Mark.RING_WIDTH));
        } else {
            use(colour, alpha);
            graphics.fill(path);
        }
    }

    @Override
    public void clip(Frame frame) {
        graphics.setClip(new Rectangle2D.Double(frame.left(), frame.top(), frame.width(), frame.height()));
    }

    @Override
    public void unclip() {
        graphics.setClip(null);
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        Font font = font(lettering.size(), lettering.weight());
        double width = textWidth(text, lettering.size(), lettering.weight());
        double left = switch (lettering.align()) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
        var outline = font.createGlyphVector(graphics.getFontRenderContext(), text).getOutline((float) left, (float) y);
        if (lettering.halo() >= 0) {
            stroke(outline, Stroke.solid(lettering.halo(), 1, 2 * Lettering.HALO));
        }
        use(lettering.colour(), 1);
        graphics.fill(outline);
    }

    @Override
    public double textWidth(String text, double size, int weight) {
        return font(size, weight).getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    }

    private static Font font(double size, int weight) {
        return new Font(Map.of(TextAttribute.FAMILY, Font.SANS_SERIF, TextAttribute.SIZE, size,
            TextAttribute.WEIGHT, weight > 500 ? TextAttribute.WEIGHT_BOLD : TextAttribute.WEIGHT_REGULAR));
    }

    private void stroke(java.awt.Shape shape, Stroke stroke) {
        use(stroke.colour(), stroke.alpha());
        float[] dash = stroke.dash() > 0 ? new float[] {(float) stroke.dash()} : null;
        graphics.setStroke(new BasicStroke((float) stroke.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0));
        graphics.draw(shape);
    }

    private void use(int colour, double alpha) {
        graphics.setColor(new Color(colour));
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) alpha));
    }

    private static Path2D path(double[] xs, double[] ys, int from, int to) {
        Path2D path = new Path2D.Double();
        for (int i = from; i < to; i++) {
            if (i == from) {
                path.moveTo(xs[i], ys[i]);
            } else {
                path.lineTo(xs[i], ys[i]);
            }
        }
        return path;
    }
}
