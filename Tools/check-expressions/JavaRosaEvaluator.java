import java.io.BufferedReader;
import java.io.FileReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.javarosa.core.model.CoreModelModule;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.core.services.PrototypeManager;
import org.javarosa.core.util.JavaRosaCoreModule;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.expr.XPathExpression;
import org.javarosa.xpath.expr.XPathFuncExpr;

/**
 * Evaluates expressions with JavaRosa over a filled form.
 *
 * <pre>java -cp ODK_Validate.jar JavaRosaEvaluator.java form.xml instance.xml</pre>
 *
 * In: a line for each expression, the path of the context node, a tab, the expression; escapes are \t, \n, \r, \\.
 * Out: a line for each: its text, its boolean and its number (the bits in hexadecimal), between tabs. What cannot be
 * had stands as ! with the reason.
 */
public class JavaRosaEvaluator {
    private interface Conversion {
        String of(Object value);
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        PrototypeManager.registerPrototypes(CoreModelModule.classNames);
        PrototypeManager.registerPrototypes(JavaRosaCoreModule.classNames);
        new XFormsModule().registerModule();
        FormDef form = new XFormParser(
            new FileReader(arguments[0], StandardCharsets.UTF_8),
            new FileReader(arguments[1], StandardCharsets.UTF_8)).parse();
        form.initialize(false, new InstanceInitializationFactory());

        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int tab = line.indexOf('\t');
            out.println(result(form, line.substring(0, tab), unescape(line.substring(tab + 1))));
            if (!in.ready()) out.flush();
        }
        out.flush();
    }

    private static String result(FormDef form, String path, String expression) {
        Object value;
        try {
            XPathExpression parsed = XPathParseTool.parseXPath(expression);
            if (parsed == null) throw new IllegalArgumentException("no expression");
            EvaluationContext context = new EvaluationContext(form.getEvaluationContext(), reference(path));
            value = parsed.eval(form.getMainInstance(), context);
        } catch (Throwable problem) {
            String error = error(problem);
            return error + '\t' + error + '\t' + error;
        }
        return converted(value, XPathFuncExpr::toString)
            + '\t' + converted(value, it -> XPathFuncExpr.toBoolean(it).toString())
            + '\t' + converted(value, it -> bits(XPathFuncExpr.toNumeric(it)));
    }

    private static String converted(Object value, Conversion conversion) {
        try {
            return escape(conversion.of(value));
        } catch (Throwable problem) {
            return error(problem);
        }
    }

    private static String bits(double number) {
        return String.format("%016x", Double.doubleToLongBits(number));
    }

    private static String error(Throwable problem) {
        return "!" + escape(problem.getClass().getSimpleName() + " " + problem.getMessage());
    }

    /** The node at `/data/household[2]/member[1]/who`. */
    private static TreeReference reference(String path) {
        TreeReference reference = TreeReference.rootRef();
        for (String step : path.substring(1).split("/")) {
            int bracket = step.indexOf('[');
            String name = bracket < 0 ? step : step.substring(0, bracket);
            int number = bracket < 0 ? 1 : Integer.parseInt(step.substring(bracket + 1, step.length() - 1));
            reference.add(name, number - 1);
        }
        return reference;
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String text) {
        StringBuilder result = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '\\') {
                index++;
                character = text.charAt(index);
                if (character == 't') character = '\t';
                else if (character == 'n') character = '\n';
                else if (character == 'r') character = '\r';
            }
            result.append(character);
        }
        return result.toString();
    }
}
