using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Proof;
using Proof.Judging;
using Proof.Report;
using SageMakerIam.Tests.Proof.Contracts;

namespace SageMakerIam.Tests.Proof.Report;

public sealed partial class ProofReportTests
{
    private static readonly Shared<ShownPage> SmallStacks = new(
        async () => await Browser.ShowAsync(ProofReport.Render(await SmallStack.ProveAsync(), "small", Today)));

    private static Provenance Today => new(DateTimeOffset.UtcNow, "a small account", "rehearse", "none", Files: [], Limits: []);

    [Fact]
    public async Task ThePage_LoadsNothingFromElsewhere()
    {
        var page = ProofReport.Render(await SmallStack.ProveAsync(), "small", Today);
        Reference().IsMatch(page).Should().BeFalse();
    }

    [Fact]
    public async Task AServiceThatUsesAResourceByItself_IsDrawnToIt()
    {
        const string Contract = """
            executionRoles:
              training:
                may: [{ be assumed by: sagemaker.amazonaws.com, for account: this }]
            others:
              image-maintainers:
                may: [{ be pulled by SageMaker: churn, for account: this }]
            """;
        var account = new Account().Role(
            "training", """{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}""");
        var pulls = JsonNode.Parse("""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},
             "Action":["ecr:BatchCheckLayerAvailability","ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"]}]}
            """);
        var proof = await AccessProof.RunAsync(
            ContractText.Read(Contract), new AuthorizationDetails(account.Details), SmallStack.Place, new JsonObject
            {
                ["executionRoleArns"] = new JsonObject { ["training"] = "arn:aws:iam::123456789012:role/training" },
            },
            new()
            {
                Resources = new(new Dictionary<string, JsonNode?> { ["arn:aws:ecr:us-east-1:123456789012:repository/churn"] = pulls }),
            });

        ProofReport.Render(proof, "pulls", Today).Contains(">sagemaker.amazonaws.com pulls</text>", StringComparison.Ordinal)
            .Should().BeTrue();
    }

    [BrowserFact]
    public async Task ABrowser_ReadsEveryRowAndItsDecidingStatement()
    {
        var proof = await SmallStack.ProveAsync();
        var page = (await SmallStacks.GetAsync()).Document;
        page.Should().Contain("All held").And.Contain("PassExecutionRoles of managed policy churn-ci-policy").And.Contain("sagemaker-002");
        foreach (var row in proof.Rows)
        {
            page.Should().Contain($"{row.Row.Entry.Text}<span");
        }
    }

    [BrowserFact]
    public async Task ABrowser_ShowsAPageThatHolds_InGreenAndWithoutRed()
    {
        var pixels = (await SmallStacks.GetAsync()).Pixels;
        pixels.Count(IsGreen).Should().BeGreaterThan(1_000);
        pixels.Count(IsRed).Should().Be(0);
    }

    [BrowserFact]
    public async Task ABrowser_ShowsEscapeHatchesInRed()
    {
        var proof = await Judge.ProveAsWrittenAsync("unet-training");
        var page = await Browser.ShowAsync(ProofReport.Render(proof, "unet-training, as written", Today));
        page.Pixels.Count(IsRed).Should().BeGreaterThan(1_000);
        page.Document.Should().Contain("⚠ AmazonSageMakerFullAccess").And.Contain("Not held");
    }

    private static bool IsGreen((byte Red, byte Green, byte Blue) pixel) => pixel is { Red: 0x1a, Green: 0x7f, Blue: 0x4b };

    private static bool IsRed((byte Red, byte Green, byte Blue) pixel) => pixel is { Red: 0xc2, Green: 0x26, Blue: 0x26 };

    [GeneratedRegex(@"(src|href)=|url\(|@import|<script|<link", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}
