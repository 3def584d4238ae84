using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;
using Pulumi;
using Pulumi.Utilities;
using SageMakerIam.Tests.Sdk;

namespace SageMakerIam.Tests.Offline;

/// <summary>
/// Holds the providers' types to their npm packages, which are generated from the same schemas. What the packages declare is kept in the
/// repository: they are 200 MB with what they need, and <c>.ci/run</c> looks at them themselves.
/// </summary>
[Collection(nameof(PulumiConfiguration))]
public class NpmPackageTests
{
    private static readonly Assembly[] Providers = [typeof(Pulumi.Aws.Provider).Assembly, typeof(Pulumi.Random.RandomPassword).Assembly];

    public static TheoryData<string> Names => [.. Providers.Select(provider => provider.GetName().Name!)];

    public static TheoryData<Type> Types => [.. All().Select(type => type.Type)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Extract_IsOfTheVersionThatIsPinned(string provider)
    {
        var pinned = XDocument.Load(Path.Combine(RepositoryFolder.Path, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(package => (string?)package.Attribute("Include") == provider);

        NpmPackage.Of(provider).Version.Should().Be((string?)pinned.Attribute("Version"), "node offline/api/npm/extract.mjs writes it");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Extract_HasEveryTypeOfTheListing(string provider)
    {
        var listed = File.ReadLines(Path.Combine(RepositoryFolder.Path, "offline", "api", $"{provider}.txt"))
            .Select(line => line.Split(' ').SkipWhile(word => word is "sealed" or "static").ToList())
            .Where(words => words[0] == "class")
            .Select(words => words[1]);

        NpmPackage.Of(provider).Types.Keys.Should().BeEquivalentTo(listed, "node offline/api/npm/extract.mjs writes it");
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Type_HasTheTokenAndPropertiesOfTheSchema(Type type)
    {
        var (declared, found) = (DeclarationOf(type), new SchemaType(type));
        if (found.Token is not null)
        {
            found.Token.Should().Be(declared.Token);
            found.SecretOutputs.Should().BeEquivalentTo(declared.SecretOutputs);
        }

        if (typeof(Pulumi.Resource).IsAssignableFrom(type) || !IsOfInputs(type))
        {
            found.Outputs.Select(output => $"{output.Name}: {output.Type}").Should()
                .BeEquivalentTo((declared.Properties ?? []).Select(property => property.Key.EndsWith('?')
                    ? $"{property.Key.TrimEnd('?')}: {OfAnOutput($"{property.Value}?")}"
                    : $"{property.Key}: {OfAnOutput(property.Value)}"));
        }
        else
        {
            found.Inputs.Select(input => input.ToString()).Should()
                .BeEquivalentTo((declared.Properties ?? []).Select(property => $"{property.Key}: {OfCSharp(property.Value)}"));
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Arguments_AreSecretAndJsonAndSetAsTheSchemaSays(Type type)
    {
        var declared = DeclarationOf(type);
        if (declared.Defaults is null)
        {
            return;
        }

        var inputs = new SchemaType(type).Inputs.ToList();
        inputs.Where(input => input.IsSecret).Select(input => input.Name).Should().BeEquivalentTo(declared.SecretInputs);
        inputs.Where(input => input.IsJson).Select(input => input.Name).Should().BeEquivalentTo(declared.JsonInputs);

        var variables = declared.Defaults.Values.SelectMany(VariablesOf).ToList();
        for (var first = 0; first <= variables.Count; first++)
        {
            using var environment = new ChangedEnvironment([.. variables.Select((name, index) => (name, index < first ? null : name))]);
            var arguments = Activator.CreateInstance(type)!;
            var set = new Dictionary<string, string>();
            foreach (var input in inputs)
            {
                if (await ValueAsync(input.Get(arguments)) is { } value)
                {
                    set[input.Name] = JsonSerializer.Serialize(value);
                }
            }

            set.Should().BeEquivalentTo(declared.Defaults
                .Select(entry => (entry.Key, Value: VariablesOf(entry.Value) is { Count: > 0 } names
                    ? names.Where(name => variables.IndexOf(name) >= first).Select(name => JsonSerializer.Serialize(name)).FirstOrDefault()
                    : entry.Value.GetRawText()))
                .Where(entry => entry.Value is not null)
                .ToDictionary(entry => entry.Key, entry => entry.Value!));
        }
    }

    [Fact]
    public async Task Functions_AreInvokedByTheirTokens()
    {
        var functions = All().Where(type => type.Type is { IsAbstract: true, IsSealed: true }).ToList();
        var mocks = new RecordingMocks();
        await Deployment.TestAsync(mocks, TestDeployment.Update, async () =>
        {
            foreach (var (function, _) in functions)
            {
                var arguments = function.Assembly.GetType($"{function.FullName}Args")!;
                await (Task)function.GetMethod("InvokeAsync")!.Invoke(null, [Complete(arguments), null])!;
            }
        });

        mocks.Calls.Select(call => call.Token).Should().BeEquivalentTo(functions.Select(function => function.Declared.Token));
    }

    private static IEnumerable<(Type Type, NpmType Declared)> All() =>
        from provider in Providers
        from declared in NpmPackage.Of(provider.GetName().Name!).Types
        select (provider.GetType(declared.Key, throwOnError: true)!, declared.Value);

    private static NpmType DeclarationOf(Type type) => NpmPackage.Of(type.Assembly.GetName().Name!).Types[type.FullName!];

    private static bool IsOfInputs(Type type) => typeof(InputArgs).IsAssignableFrom(type);

    // Of more than two types C# makes an object.
    private static string OfCSharp(string type) => type.Split(" | ") is { Length: > 2 } ? "any" : type;

    // C# says only of a number or boolean that it may be missing.
    private static string OfAnOutput(string type) => OfCSharp(type is "number?" or "boolean?" ? type : type.TrimEnd('?'));

    private static List<string> VariablesOf(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? [.. value.GetProperty("variables").EnumerateArray().Select(name => name.GetString()!)]
        : [];

    private static async Task<object?> ValueAsync(object? input) => input switch
    {
        Input<string> text => await OutputUtilities.GetValueAsync(text.ToOutput()),
        Input<bool> flag => await OutputUtilities.GetValueAsync(flag.ToOutput()),
        _ => input,
    };

    private static object Complete(Type arguments)
    {
        var complete = Activator.CreateInstance(arguments)!;
        foreach (var required in new SchemaType(arguments).Inputs.Where(input => input.IsRequired))
        {
            ((PropertyInfo)required.Member).SetValue(complete, "given");
        }

        return complete;
    }
}
