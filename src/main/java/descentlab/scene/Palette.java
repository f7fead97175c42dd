package descentlab.scene;

import java.util.List;

/**
 * The colours of a theme, by role. The run colours are those of Okabe and Ito (2008), which colour-blind eyes can tell apart, moved in lightness
 * until each has at least 3:1 against the paper (WCAG 2.1, 1.4.11); their black is the ink.
 *
 * @param quiet    ink for what should stand back: axis labels, notes; ≥ 4.5:1
 * @param hairline for axes and grid
 * @param runs     colours for lines and marks, ≥ 3:1 against the paper
 * @param words    the same colours for text, ≥ 4.5:1 against the paper
 */
public record Palette(int paper, int ink, int quiet, int hairline, int accent, int error, List<Integer> runs, List<Integer> words) {
    public static final Palette LIGHT = new Palette(0xFDFCF9, 0x1B1D21, 0x5F646C, 0xD9D7D0, 0x0B63A8, 0xB3261E,
        List.of(0x0072B2, 0xD55E00, 0x009E73, 0xC06A9B, 0xBD8200, 0x3F92C4, 0x8F8820, 0x1B1D21),
        List.of(0x0072B2, 0xBB5300, 0x00805C, 0x9F5480, 0x946600, 0x2F789F, 0x757020, 0x1B1D21));
    public static final Palette DARK = new Palette(0x15171B, 0xECEAE4, 0xA0A5AD, 0x34383F, 0x6DB8F2, 0xFF8A7A,
        List.of(0x3A96D8, 0xE8701A, 0x12B487, 0xCC79A7, 0xE69F00, 0x83CBF5, 0xF0E442, 0xECEAE4),
        List.of(0x57A9E4, 0xF08434, 0x1FC294, 0xD88BB6, 0xE69F00, 0x83CBF5, 0xF0E442, 0xECEAE4));

    /** Viridis (Smith and van der Walt 2015), perceptually uniform and told apart by colour-blind eyes, from low to high. */
    private static final int[] VIRIDIS = {0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725};
    /** How much of the paper is in a fill, so that lines and marks stand out against it. */
    private static final double PAPER = 0.68;

    private static final double PAPER_IN_SURFACE = 0.3;

    /** The fill at a height from 0 (low) to 1: the map's colour on the paper. */
    private int fill(double height, double paperPart) {
        double place = Math.max(0, Math.min(1, height)) * (VIRIDIS.length - 1);
        int low = Math.min(VIRIDIS.length - 2, (int) place);
        return mix(mix(VIRIDIS[low], VIRIDIS[low + 1], place - low), paper, paperPart);
    }

    /** The map's own colour at a height from 0 to 1, for marks. */
    int height(double height) {
        return fill(height, 0);
    }

    /** A fill for each of so many bands, from the lowest to the highest. */
    int[] bands(int count) {
        return bands(count, PAPER);
    }

    /** The same, stronger: on a surface light and shade tell the shape too. */
    int[] surfaceBands(int count) {
        return bands(count, PAPER_IN_SURFACE);
    }

    private int[] bands(int count, double paperPart) {
        int[] colours = new int[count];
        for (int band = 0; band < count; band++) {
            colours[band] = fill(count == 1 ? 0.5 : (double) band / (count - 1), paperPart);
        }
        return colours;
    }

    /** The colour that lies so far, from 0 to 1, on the way from one to the other. */
    static int mix(int from, int to, double part) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = from >> shift & 255;
            int b = to >> shift & 255;
            mixed |= (int) (a + (b - a) * part + 0.5) << shift;
        }
        return mixed;
    }

    public int run(int style) {
        return runs.get(Math.floorMod(style, runs.size()));
    }

    public int word(int style) {
        return words.get(Math.floorMod(style, words.size()));
    }
}
