using System.Xml.Linq;
using Proof.Report;
using Proof.Results;
using Rehearsal.Output;

namespace Rehearsal.Report;

/// <summary>The rehearsal as one HTML page that needs nothing else.</summary>
internal static class HtmlReport
{
    /// <summary>Writes the page: the proof of the last contract, where there is one, and what the updates did.</summary>
    public static string Render(IReadOnlyList<UpdateFacts> updates, ProofResult? proof, Provenance provenance, bool showSecrets)
    {
        var sections = updates.SelectMany(update => Sections(update, showSecrets));
        return proof is null
            ? HtmlPage.Write("Rehearsal", [new XElement("h1", "Rehearsal"), .. sections])
            : ProofReport.Render(proof, updates[^1].Stack, provenance, sections);
    }

    private static IEnumerable<XElement> Sections(UpdateFacts update, bool showSecrets)
    {
        yield return new XElement("h2", $"What {update.File} makes");
        if (update.Up.Calls.IsCounted)
        {
            yield return new XElement(
                "p",
                $"{update.Up.Calls.Writes} create, update or delete calls to AWS; "
                    + $"{update.UpAgain.Calls.Writes} when it was updated again.");
        }

        yield return new XElement(
            "table",
            new XElement("tr", new XElement("th", "Action"), new XElement("th", "Type"), new XElement("th", "Name")),
            update.Up.Steps.Select(step => new XElement(
                "tr",
                new XElement("td", step.Kind.ToString().ToLowerInvariant()),
                new XElement("td", new XElement("code", step.Type)),
                new XElement("td", step.Name))));
        yield return new XElement("h3", "Outputs");
        yield return new XElement("pre", StackOutputs.Indented(StackOutputs.ToJson(update.Up.State.Outputs, showSecrets)));
    }
}
