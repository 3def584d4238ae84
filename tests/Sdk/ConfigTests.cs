using Pulumi;

namespace SageMakerIam.Tests.Sdk;

[Collection(nameof(PulumiConfiguration))]
public class ConfigTests
{
    [Fact]
    public async Task MissingKey_IsNamedWithItsRemedy()
    {
        var read = () => ReadAsync("{}", config => config.Require("region"));

        (await read.Should().ThrowAsync<RunException>()).Which.Message.Should().Be(
            "Missing Required configuration variable 'project:region'\n" +
            "\tplease set a value using the command `pulumi config set project:region <value>`");
    }

    [Fact]
    public async Task WrongType_IsNamedWithItsValue()
    {
        var read = () => ReadAsync("""{"project:count":"many"}""", config => config.RequireInt32("count"));

        (await read.Should().ThrowAsync<RunException>())
            .WithMessage("Configuration 'project:count' value 'many' is not a valid Int32");
    }

    [Fact]
    public async Task MalformedObject_IsNamed()
    {
        var read = () => ReadAsync("""{"project:roles":"{"}""", config => config.RequireObject<Dictionary<string, string>>("roles"));

        (await read.Should().ThrowAsync<RunException>()).WithMessage("Configuration 'project:roles' value '{' is not a valid *");
    }

    [Fact]
    public async Task Object_IsReadFromItsJson()
    {
        var roles = await ReadAsync(
            """{"project:roles":"{\"training\":\"a\"}"}""", config => config.RequireObject<Dictionary<string, string>>("roles"));

        roles.Should().Contain("training", "a");
    }

    [Fact]
    public async Task Object_IsReadCaseSensitivelyAndWithoutWhatItDoesNotKnow()
    {
        var role = await ReadAsync(
            """{"project:role":"{\"name\":\"lower\",\"Path\":\"/\",\"other\":1}"}""", config => config.RequireObject<Role>("role"));

        role.Should().Be(new Role(null, "/"));
    }

    [Fact]
    public async Task OptionalKey_IsNull()
    {
        (await ReadAsync("{}", config => config.GetInt32("count"))).Should().BeNull();
    }

    [Fact]
    public async Task SecretKey_IsReadPlainlyAsWell()
    {
        var password = await ReadAsync(
            """{"project:password":"hidden"}""", config => config.Require("password"), """["project:password"]""");

        password.Should().Be("hidden");
    }

    [Fact]
    public async Task RequiredSecret_IsSecretThoughTheKeyIsNot()
    {
        var password = await ReadAsync("""{"project:password":"seen"}""", config => config.RequireSecret("password"));

        (await password.IsSecretAsync()).Should().BeTrue();
        (await password.ValueAsync()).Should().Be("seen");
    }

    [Fact]
    public async Task OtherNamespace_IsReadByItsName()
    {
        (await ReadAsync("""{"aws:region":"eu-west-1"}""", _ => new Config("aws").Require("region"))).Should().Be("eu-west-1");
    }

    private static async Task<T> ReadAsync<T>(string json, Func<Config, T> read, string secretKeys = "[]")
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", json);
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", secretKeys);
        try
        {
            T? value = default;
            await TestDeployment.RunAsync(() => value = read(new Config()));
            return value!;
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
            Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", null);
        }
    }

    private sealed record Role(string? Name, string? Path);
}
