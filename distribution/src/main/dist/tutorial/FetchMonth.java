import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Prints the frozen determinations of a closed month in the columns of {@code determinations.csv}, without those that
 * name the rules.
 *
 * <p>MEDLEY is the server's address, BILLER the token of somebody who may read what is billed.
 *
 * <pre>java -cp "bundles/*" tutorial/FetchMonth.java MONTH</pre>
 */
public final class FetchMonth {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PAGE = 100;

    private FetchMonth() {}

    public static void main(String[] words) throws Exception {
        TreeSet<String> rows = new TreeSet<>();
        JsonNode page = page(words[0], "");
        while (true) {
            page.get("items").forEach(item -> rows.add(row(item.get("determination"))));
            if (!page.has("after")) {
                break;
            }
            page = page(words[0], "&after=" + page.get("after").asText());
        }
        System.out.println("patient,month,program,status,codes,units,amount,reason,staff_seconds,practitioner_seconds,"
                + "date_of_service,facts_hash");
        rows.forEach(System.out::println);
    }

    private static JsonNode page(String month, String after) throws Exception {
        String path = "/api/months/" + month + "/determinations?limit=" + PAGE + after;
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("MEDLEY") + path))
                .header("Authorization", "Bearer " + System.getenv("BILLER"))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static String row(JsonNode determination) {
        List<String> codes = new ArrayList<>();
        int units = 0;
        for (JsonNode line : determination.get("codes")) {
            String modifier = line.get("modifier").asText();
            codes.add(line.get("code").asText() + (modifier.isEmpty() ? "" : "-" + modifier) + "x"
                    + line.get("units").asInt());
            units += line.get("units").asInt();
        }
        List<String> cells = new ArrayList<>();
        List.of("patient", "month", "program", "status").forEach(name -> cells.add(text(determination, name)));
        cells.add(String.join(";", codes));
        cells.add(Integer.toString(units));
        List.of("amount", "reason", "staff", "practitioner", "dateOfService", "factsHash")
                .forEach(name -> cells.add(text(determination, name)));
        return String.join(",", cells);
    }

    private static String text(JsonNode determination, String name) {
        return determination.path(name).asText();
    }
}
