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

    public int run(int style) {
        return runs.get(Math.floorMod(style, runs.size()));
    }

    public int word(int style) {
        return words.get(Math.floorMod(style, words.size()));
    }
}
