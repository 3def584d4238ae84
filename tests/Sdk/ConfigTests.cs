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
    public async Task OptionalKey_IsNull()
    {
        (await ReadAsync("{}", config => config.Get("count"))).Should().BeNull();
    }

    [Fact]
    public async Task SecretKey_IsReadPlainlyAsWell()
    {
        var password = await ReadAsync(
            """{"project:password":"hidden"}""", config => config.Require("password"), """["project:password"]""");

        password.Should().Be("hidden");
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
}
