using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SageMakerIam.Iam;

/// <summary>A policy document.</summary>
/// <param name="Statements">The statements, in the order in which IAM stores them.</param>
/// <remarks>IAM User Guide, "IAM JSON policy element reference".</remarks>
internal sealed record PolicyDocument(ImmutableArray<Statement> Statements)
{
    // IAM stores what it is given: ARNs stay readable, nothing is escaped that JSON does not ask for.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The size that IAM's quotas count, in characters: the document without white space.</summary>
    public int Size
    {
        get
        {
            var size = 0;
            foreach (var character in ToJson())
            {
                size += char.IsWhiteSpace(character) ? 0 : 1;
            }

            return size;
        }
    }

    /// <summary>The document as JSON on one line, the same for the same statements, with single values not in a list.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString("Version", "2012-10-17");
            json.WriteStartArray("Statement");
            foreach (var statement in Statements)
            {
                Write(json, statement);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("Sid", statement.Sid);
        json.WriteString("Effect", statement.Effect.ToString());
        if (statement.Principal is { } principal)
        {
            json.WriteStartObject("Principal");
            Write(json, principal.Type, principal.Values);
            json.WriteEndObject();
        }

        Write(json, "Action", statement.Actions);
        if (!statement.Resources.IsEmpty)
        {
            Write(json, "Resource", statement.Resources);
        }

        if (!statement.Conditions.IsEmpty)
        {
            json.WriteStartObject("Condition");
            foreach (var byOperator in statement.Conditions.GroupBy(condition => condition.Operator))
            {
                json.WriteStartObject(byOperator.Key);
                foreach (var condition in byOperator)
                {
                    Write(json, condition.Key, condition.Values);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (values is [var single])
        {
            json.WriteString(name, single);
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
