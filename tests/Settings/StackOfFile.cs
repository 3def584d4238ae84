using System.Text.Json;
using System.Text.Json.Nodes;
using Rehearsal.Providers.Aws;
using Rehearsal.StackFiles;
using SageMakerIam.Iam;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Tests.Settings;

/// <summary>The stacks that the stack files of this repository say.</summary>
internal static class StackOfFile
{
    /// <summary>The settings of a stack file, and the account that it stands in.</summary>
    /// <param name="file">The file, by its path from the repository.</param>
    public static (StackSettings Settings, AwsAccount Account) Read(string file)
    {
        var project = PulumiProject.Read(RepositoryFolder.Path);
        var config = StackConfig.Read(Path.Combine(RepositoryFolder.Path, file), project);
        var values = new JsonObject(config.Program.Values
            .Where(entry => entry.Key.StartsWith($"{project.Name}:", StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create(entry.Key[(project.Name.Length + 1)..], JsonNode.Parse(entry.Value))));
        var account = AwsAccount.In(config.Program.Values["aws:region"]) with
        {
            AccountId = AwsProviderSettings.HomeAccount(config.AwsSettings),
        };
        return (StackSettingsReader.Read("dev", JsonSerializer.SerializeToElement(values), account), account);
    }
}
