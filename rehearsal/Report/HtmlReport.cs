using System.Net;
using System.Text;
using Rehearsal.Life;
using Rehearsal.Output;

namespace Rehearsal.Report;

/// <summary>The rehearsal as one HTML page that needs nothing else.</summary>
internal static class HtmlReport
{
    private const string Style =
        "body{font:15px/1.5 system-ui,sans-serif;max-width:70em;margin:2em auto;padding:0 1em}"
        + "table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:.3em .6em;text-align:left}"
        + "code,pre{font:13px/1.4 ui-monospace,monospace}pre{background:#f6f6f6;padding:1em;overflow-x:auto}";

    public static string Render(IReadOnlyList<UpdateFacts> updates, bool showSecrets)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Rehearsal</title>");
        page.Append("<style>").Append(Style).Append("</style><h1>Rehearsal</h1>");
        foreach (var update in updates)
        {
            page.Append("<h2>").Append(Text(update.File)).Append("</h2>");
            page.Append("<p>").Append(update.Up.Calls.Writes).Append(" create, update or delete calls to AWS; ")
                .Append(update.UpAgain.Calls.Writes).Append(" when it was updated again.</p>");
            page.Append("<table><tr><th>Action<th>Type<th>Name</tr>");
            foreach (var step in update.Up.Steps)
            {
                page.Append("<tr><td>").Append(step.Kind).Append("<td><code>").Append(Text(step.Type))
                    .Append("</code><td>").Append(Text(step.Name)).Append("</tr>");
            }

            page.Append("</table><h3>Outputs</h3><pre>")
                .Append(Text(StackOutputs.Indented(StackOutputs.ToJson(update.Up.State.Outputs, showSecrets))))
                .Append("</pre>");
        }

        return page.Append("</html>").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
