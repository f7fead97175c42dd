package descentlab.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import descentlab.message.InputException;
import descentlab.message.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
    private static final List<String> X = List.of("x");
    private static final List<String> XY = List.of("x", "y");

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        // numbers
        "1.5; 1.5", ".5; 0.5", "5.; 5", "1e-3; 0.001", "2E5; 200000", "2e^x; (2 * (e ^ x))", "2e-x; ((2 * e) - x)", "2ex; ((2 * e) * x)",
        "1e+2; 100", "5.x; (5 * x)",
        // constants
        "pi; π", "π; π", "PI; π", "2π; (2 * π)", "e; e", "E; e", "tau; 6.283185307179586", "τ; 6.283185307179586",
        // precedence
        "1+2*3; (1 + (2 * 3))", "1-2-3; ((1 - 2) - 3)", "1/2/3; ((1 / 2) / 3)", "2^3^x; (2 ^ (3 ^ x))", "-x^2; -(x ^ 2)", "(-x)^2; (-x ^ 2)",
        "x^-2; (x ^ -2)",
        "-x*2; -(x * 2)", "2*-x; (2 * -x)", "x - -x; (x - -x)", "--x; --x", "+x; x", "-+-x; --x", "2^-x^2; (2 ^ -(x ^ 2))", "e^-x; (e ^ -x)",
        "e^(-x); (e ^ -x)",
        "x**2; (x ^ 2)", "x^2*3; ((x ^ 2) * 3)", "-2x; -(2 * x)",
        // implicit products
        "3x; (3 * x)", "2(x-1); (2 * (x - 1))", "x sin(x); (x * sin(x))", "(x+1)(x-1); ((x + 1) * (x - 1))", "x y; (x * y)", "xy; (x * y)",
        "2|x|; (2 * abs(x))",
        "1/2x; ((1 / 2) * x)", "x^2y; ((x ^ 2) * y)", "2x^2; (2 * (x ^ 2))", "x(y); (x * y)", "pix; (π * x)", "xsin(x); (x * sin(x))",
        "sinx; sin(x)", "xe; (x * e)",
        "exp x; exp(x)", "expx; exp(x)", "xlnx; (x * log(x))", "2 3x^2y; ", "e^2x; ((e ^ 2) * x)", "x sin x; (x * sin(x))",
        // functions without brackets
        "sin 2x; sin((2 * x))", "sin x cos x; (sin(x) * cos(x))", "ln x^2; log((x ^ 2))", "sin x + 1; (sin(x) + 1)", "sin x/2; (sin(x) / 2)",
        "sin x*2; (sin(x) * 2)",
        "sin(x)^2; (sin(x) ^ 2)", "sin^2(x); (sin(x) ^ 2)", "sin²x; (sin(x) ^ 2)", "sin² x; (sin(x) ^ 2)", "sin(x)x; (sin(x) * x)", "sin -x; sin(-x)",
        "sin cos x; sin(cos(x))", "sin sin 2x y; sin(sin(((2 * x) * y)))", "sin(x+1)(x-1); (sin((x + 1)) * (x - 1))",
        "cos 2 pi x; cos(((2 * π) * x))",
        "ln|x|; log(abs(x))", "10 sin(x); (10 * sin(x))", "2 sin(x)/x; ((2 * sin(x)) / x)", "x^sin x; (x ^ sin(x))", "√x; sqrt(x)",
        "√(x+1); sqrt((x + 1))",
        "2√x; (2 * sqrt(x))", "sin^(x+1) x; (sin(x) ^ (x + 1))",
        // names
        "Sin X; sin(x)", "arcsin x; asin(x)", "asin x; asin(x)", "arsinh x; asinh(x)", "tg x; tan(x)", "log x; log(x)", "ln x; log(x)",
        "log10 x; log10(x)",
        "log2(x); log2(x)", "log2x; log2(x)", "log 2x; log((2 * x))", "log100; log(100)", "log2.5; log(2.5)", "xlog2 x; (x * log2(x))",
        "lg x; log10(x)", "sgn x; sign(x)",
        "cosecx; csc(x)", "sech; ", "max(x,-2x); max(x, -(2 * x))", "min(1,x,y); min(min(1, x), y)", "max^2(x,1); (max(x, 1) ^ 2)",
        // bars
        "|x-1|; abs((x - 1))", "||x|-1|; abs((abs(x) - 1))", "|x||y|; (abs(x) * abs(y))", "|-|x||; abs(-abs(x))", "|x|^2; (abs(x) ^ 2)",
        "|sin x|; abs(sin(x))",
        "|(x|x|)|; abs((x * abs(x)))", "|sin|x||; abs(sin(abs(x)))", "∣x∣; abs(x)",
        // brackets and spellings
        "[x+1]{x}; ((x + 1) * x)", "x²; (x ^ 2)", "x⁻¹; (x ^ -1)", "10⁻³; (10 ^ -3)", "x¹²; (x ^ 12)", "x²³; (x ^ 23)",
        "2·x×3⋅y∗2; ((((2 * x) * 3) * y) * 2)", "x÷2∕y; ((x / 2) / y)",
        "x−1–y; ((x - 1) - y)", "10\u2062sin\u2061\u2009x; (10 * sin(x))", "x\u00a0+\u200b1; (x + 1)", "(x²)²; ((x ^ 2) ^ 2)", "x²^2; ((x ^ 2) ^ 2)",
        "x^2²; (x ^ (2 ^ 2))"})
    void readsWhatAPersonWrites(String text, String tree) throws InputException {
        if (tree == null) {
            assertThrows(InputException.class, () -> Parser.parse(text, XY));
            return;
        }
        assertEquals(tree, Trees.text(Parser.parse(text, XY)));
    }

    @Test
    void tabsAndLinesAreBlanks() throws InputException {
        assertEquals("(x + 1)", Trees.text(Parser.parse("\tx +\r\n1\n", X)));
    }

    /** The text, the characters that are marked between ‹ and ›, and what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = false, value = {
        "‹›;There is no formula yet. Write one in x, such as x^2.",
        "‹  ›;There is no formula yet. Write one in x, such as x^2.",
        "x+‹y›;“y” is not known: this function is in x. Write a number in its place.",
        "‹t›;“t” is not known: this function is in x. Write a number in its place.",
        "x‹t›;“t” is not known: this function is in x. Write a number in its place.",
        "‹z›x+1;“z” is not known: this function is in x. Write a number in its place.",
        "1+‹foo›(x);“foo” is not known. Write the variable as x, and functions such as sin, exp, ln, sqrt.",
        "‹sni› x;“sni” is not known. Did you mean sin?",
        "2‹sqart›(x);“sqart” is not known. Did you mean sqrt?",
        "‹sinus› x;“sinus” is not known. Did you mean sin?",
        "‹ARCTN›(x);“arctn” is not known. Did you mean arctan?",
        "x‹+›;After + a number, x or a function is missing.",
        "x ‹+› *2;After + a number, x or a function is missing.",
        "x‹^›;After ^ a number, x or a function is missing.",
        "2‹**›;After ** a number, x or a function is missing.",
        "‹*›x;A number, x or a function is missing before this sign.",
        "‹²›x;A number, x or a function is missing before this sign.",
        "‹(›);After ( a number, x or a function is missing.",
        "max(x‹,›);After , a number, x or a function is missing.",
        "sin‹^›cos x;After ^ a number, x or a function is missing.",
        "x‹)›;This bracket ) was never opened. Take it away, or open one before it.",
        "‹)›x;This bracket ) was never opened. Take it away, or open one before it.",
        "2‹(›x+1;This bracket is never closed. Write ) where it ends.",
        "‹[›x);This bracket is never closed. Write ] where it ends.",
        "sin‹(›x;This bracket is never closed. Write ) where it ends.",
        "‹|›x+1;This bracket is never closed. Write | where it ends.",
        "(‹|›x);This bracket is never closed. Write | where it ends.",
        "x‹|›;After | a number, x or a function is missing.",
        "f(x) ‹=› x^2;Write only what stands right of the equals sign, such as x^2 for f(x) = x^2.",
        "‹1,5›x;A comma separates the arguments of min and max only. Write 1.5 with a point.",
        "x^(‹1,5›);A comma separates the arguments of min and max only. Write 1.5 with a point.",
        "sin(‹1,5›);A comma separates the arguments of min and max only. Write 1.5 with a point.",
        "|‹2,5›|;A comma separates the arguments of min and max only. Write 2.5 with a point.",
        "x‹,›2;A comma separates the arguments of min and max only. Write decimals with a point, such as 1.5.",
        "(1‹,› max(2,3));A comma separates the arguments of min and max only. Write decimals with a point, such as 1.5.",
        "‹sin(x, 2)›;sin takes one argument in brackets, such as sin(x).",
        "1+‹max(x)›;max takes two or more arguments in brackets, such as max(x, 1).",
        "‹max› x;max takes two or more arguments in brackets, such as max(x, 1).",
        "‹sin›;sin needs an argument. Write sin(x).",
        "x+‹sin› *2;sin needs an argument. Write sin(x).",
        "‹sin()›;sin needs an argument. Write sin(x).",
        "2 ‹sn›(x);“sn” is not known. Write the variable as x, and functions such as sin, exp, ln, sqrt.",
        "sin‹+›;After + a number, x or a function is missing.",
        "1.2‹.›3;This number has two points. Write one, such as 1.5.",
        "x+‹.›;A point alone is no number. Write digits, such as 0.5.",
        "‹1e999›x;This number is too large for double precision. Write one below 1.8e308.",
        "x‹2›;Here a number follows without a sign between. Write x*2 or 2x for a product and x^2 for a power.",
        "x‹⁺⁻›;This raised exponent is not a whole number. Write something like x² or x^(1/2).",
        "x‹²⁻¹›;This raised exponent is not a whole number. Write something like x² or x^(1/2).",
        "‹sin^-1› x;For the inverse function write asin(x), for the reciprocal 1/sin(x).",
        "2‹tanh⁻¹›(x);For the inverse function write atanh(x), for the reciprocal 1/tanh(x).",
        "‹ln^-1› x;For the reciprocal write 1/ln(x).",
        "x‹&›2;& means nothing in a formula. Take it away.",
        "‹<›script>;< means nothing in a formula. Take it away.",
        "x‹\ud83d\ude00›;\ud83d\ude00 means nothing in a formula. Take it away.",
        "x‹\u0007›;U+0007 means nothing in a formula. Take it away.",
        "x‹\ud83d›;U+D83D means nothing in a formula. Take it away.",
        "x‹é›;é means nothing in a formula. Take it away."})
    void marksAMistakeAndSaysWhatToWrite(String marked, String sentence) {
        int position = marked.indexOf('‹');
        int end = marked.indexOf('›') - 1;
        String text = marked.replace("‹", "").replace("›", "");
        InputException mistake = assertThrows(InputException.class, () -> Parser.parse(text, X));
        assertEquals(sentence, Messages.english().text(mistake.message()));
        assertEquals(position, mistake.position(), "position");
        assertEquals(end - position, mistake.length(), "length");
    }

    @Test
    void limitsLengthAndDepth() throws InputException {
        String longest = "x+".repeat(999) + "x";
        Parser.parse(longest + " ", X);
        InputException mistake = assertThrows(InputException.class, () -> Parser.parse(longest + "+x", X));
        assertEquals("The formula is longer than 2000 characters. Shorten it.", Messages.english().text(mistake.message()));
        assertEquals(2000, mistake.position());
        Parser.parse("(".repeat(199) + "x" + ")".repeat(199), X);
        for (String opening : List.of("(", "sin ", "x^", "|", "√", "sin(", "-(", "sin^2 ", "2^-")) {
            InputException deep = assertThrows(InputException.class, () -> Parser.parse(opening.repeat(300), X), opening);
            assertEquals("formula.deep", deep.message().key(), opening);
        }
        Parser.parse("-".repeat(1999) + "x", X);
    }
}
