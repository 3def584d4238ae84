using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Readme;

/// <summary>The configuration reference of the README, written from what the settings say of themselves.</summary>
internal static partial class ConfigurationReference
{
    private static readonly (string Heading, Type Settings)[] Sections =
    [
        ("An entry of `executionRoles`", typeof(ExecutionRoleSettings)),
        ("An entry of `deployers`", typeof(DeployerSettings)),
        ("`accessKey`", typeof(AccessKeySettings)),
        ("`adopt`", typeof(AdoptedPolicies)),
        ("`secretsManager`", typeof(SecretsManagerSettings)),
        ("`assumedBy`", typeof(AssumedBySettings)),
        ("`gitHubActions`", typeof(GitHubActionsSettings)),
        ("`gitLab`", typeof(GitLabSettings)),
        ("`pulumiDeployments`", typeof(PulumiDeploymentsSettings)),
        ("An entry of `passRoleGrants`", typeof(PassRoleGrantSettings)),
        ("An entry of `accounts`, by account number", typeof(AccountSettings)),
        ("An item of `buckets`", typeof(BucketAccess)),
        ("`repositories`", typeof(RepositoryAccess)),
        ("`vpc`", typeof(VpcSettings)),
    ];

    private static readonly XDocument Documentation = XDocument.Load(Path.ChangeExtension(typeof(StackSettings).Assembly.Location, ".xml"));

    /// <summary>The reference as Markdown.</summary>
    public static string Render() => string.Join("\n", Sections.Select(Render));

    private static string Render((string Heading, Type Settings) section) => string.Create(
        CultureInfo.InvariantCulture,
        $"#### {section.Heading}\n\n| key | meaning |\n| --- | --- |\n{string.Concat(section.Settings.GetProperties().Where(IsSetting).Select(Row))}");

    // What cannot be set follows from what can.
    private static bool IsSetting(PropertyInfo property) => property.CanWrite;

    private static string Row(PropertyInfo property)
    {
        var member = Documentation.Descendants("member").Single(member => (string?)member.Attribute("name") == $"P:{property.DeclaringType}.{property.Name}");
        return $"| `{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}` | {Text(member.Element("summary")!)} |\n";
    }

    private static string Text(XElement summary) => WhiteSpace().Replace(string.Concat(summary.Nodes().Select(node => node switch
    {
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XText text => text.Value,
        _ => throw new InvalidOperationException($"The README cannot show {node}."),
    })), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
