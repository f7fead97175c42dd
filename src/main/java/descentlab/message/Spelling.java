package descentlab.message;

import java.util.List;

/** What a person may have meant by a name that is none. */
public final class Spelling {
    /** Words of so many letters are compared with the names, and from LONG on may differ in two letters; shorter ones differ from too many names by one. */
    private static final int SHORT = 3;
    private static final int LONG = 5;

    private Spelling() {
    }

    /** The name that differs from a word by a letter, in long words by two, or by capitals; the first in the alphabet of several, or null. */
    public static String nearest(String word, List<String> names) {
        int least = word.length() < LONG ? 2 : 3;
        String nearest = null;
        for (String name : names) {
            int distance = distance(word, name);
            boolean first = nearest != null && name.compareTo(nearest) < 0;
            boolean near = distance < least || distance == least && first;
            if (near && (word.length() >= SHORT || distance == 0)) {
                least = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    /** How many letters have to be changed, added, left out or swapped with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2) {
            return Integer.MAX_VALUE;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int changed = isSame(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + changed);
                if (i > 1 && j > 1 && isSame(a.charAt(i - 1), b.charAt(j - 2)) && isSame(a.charAt(i - 2), b.charAt(j - 1))) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    /** Capitals of A to Z aside. */
    private static boolean isSame(char a, char b) {
        return a == b || (a ^ b) == ' ';
    }
}
