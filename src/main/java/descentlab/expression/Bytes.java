package descentlab.expression;

/** Bytes that are appended, and numbers as WebAssembly's binary format has them. Source: WebAssembly Core Specification, section 5.2. */
final class Bytes {
    private byte[] all = new byte[256];
    private int length;

    Bytes add(int each) {
        if (length == all.length) {
            byte[] larger = new byte[2 * length];
            System.arraycopy(all, 0, larger, 0, length);
            all = larger;
        }
        all[length++] = (byte) each;
        return this;
    }

    Bytes add(Bytes others) {
        for (int i = 0; i < others.length; i++) {
            add(others.all[i]);
        }
        return this;
    }

    /** Several, each an int from 0 to 255. */
    Bytes addAll(int... several) {
        for (int each : several) {
            add(each);
        }
        return this;
    }

    /** A number that is not negative, in LEB128. */
    Bytes number(int value) {
        int rest = value;
        while (rest >= 0x80) {
            add(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        return add(rest);
    }

    /** Any number, in signed LEB128. */
    Bytes signed(int value) {
        int rest = value;
        while (rest < -0x40 || rest >= 0x40) {
            add(rest & 0x7F | 0x80);
            rest >>= 7;
        }
        return add(rest & 0x7F);
    }

    /** The eight bytes of a double, the lowest first. */
    Bytes real(double value) {
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 0; shift < 64; shift += 8) {
            add((int) (bits >>> shift) & 0xFF);
        }
        return this;
    }

    /** A name of ASCII letters, its length before it. */
    Bytes name(String name) {
        number(name.length());
        for (int i = 0; i < name.length(); i++) {
            add(name.charAt(i));
        }
        return this;
    }

    /** Others with their length before them: a section of this number, or a function body. */
    Bytes sized(Bytes others) {
        return number(others.length).add(others);
    }

    int length() {
        return length;
    }

    byte[] toArray() {
        byte[] array = new byte[length];
        System.arraycopy(all, 0, array, 0, length);
        return array;
    }
}
