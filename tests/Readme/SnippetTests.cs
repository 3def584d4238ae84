using Markdig;
using Markdig.Syntax;
using SageMakerIam.Tests.Repository;
using SageMakerIam.Tests.Schemas;

namespace SageMakerIam.Tests.Readme;

/// <summary>What documents show can be used as it stands there.</summary>
public class SnippetTests
{
    public static TheoryData<string, string> StackFiles => Snippets(IsOfAStackFile);

    public static TheoryData<string, string> Contracts => Snippets(IsOfAContract);

    [Theory]
    [MemberData(nameof(StackFiles))]
    public void PartOfAStackFile_IsAccepted(string document, string yaml) => StackSchemaVerdict.Accepts(YamlText.ToJson(
        yaml.Contains("config:", StringComparison.Ordinal) ? yaml : $"config:\n {yaml.ReplaceLineEndings("\n ")}"))
        .Should().BeTrue($"{document} shows it");

    [Theory]
    [MemberData(nameof(Contracts))]
    public void PartOfAContract_IsAccepted(string document, string yaml) =>
        AccessSchemaVerdict.Accepts(yaml).Should().BeTrue($"{document} shows it");

    private static bool IsOfAStackFile(string yaml) => yaml.Contains("sagemaker-iam:", StringComparison.Ordinal);

    private static bool IsOfAContract(string yaml) => !IsOfAStackFile(yaml) && yaml.Contains("  may:", StringComparison.Ordinal);

    private static TheoryData<string, string> Snippets(Func<string, bool> isMeant)
    {
        var snippets = new TheoryData<string, string>();
        foreach (var document in RepositoryFiles.Documents)
        {
            foreach (var code in Markdown.Parse(RepositoryFiles.Text(document)).Descendants<FencedCodeBlock>())
            {
                var text = code.Lines.ToString();
                if (code.Info == "yaml" && isMeant(text))
                {
                    snippets.Add(document, text);
                }
            }
        }

        return snippets;
    }
}
