using SageMakerIam.Iam;
using SageMakerIam.Policies.Trust;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Iam;

public class PolicyDocumentTests
{
    private static readonly Statement GetObject = new() { Sid = "Get", Actions = ["s3:GetObject"], Resources = ["arn:aws:s3:::data/*"] };

    [Fact]
    public void Json_IsWhatIamStores_WithSingleValuesOutsideLists() =>
        new PolicyDocument([GetObject]).ToJson().Should().Be(
            """{"Version":"2012-10-17","Statement":[{"Sid":"Get","Effect":"Allow","Action":"s3:GetObject","""
            + "\"Resource\":\"arn:aws:s3:::data/*\"}]}");

    [Fact]
    public void Statement_ThatDenies_SaysSo() =>
        new PolicyDocument([GetObject with { Effect = Effect.Deny }]).ToJson().Should().Contain("\"Effect\":\"Deny\"");

    [Fact]
    public void Conditions_OfOneOperator_StandTogether() =>
        new PolicyDocument(
            [GetObject with { Conditions = [Condition.StringEquals("aws:a", "1"), Condition.StringEquals("aws:b", "2", "3")] }])
            .ToJson().Should().Contain("""
                "Condition":{"StringEquals":{"aws:a":"1","aws:b":["2","3"]}}
                """.Trim());

    [Fact]
    public void Principal_StandsInATrustPolicy() =>
        TrustPolicy.Document([TrustedService.Ec2], true, new AwsAccount("aws", "us-east-1", "123456789012")).ToJson()
            .Should().Be(
                """{"Version":"2012-10-17","Statement":[{"Sid":"Ec2AssumeRole","Effect":"Allow","""
                + "\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}");

    [Fact]
    public void Characters_ThatJsonDoesNotEscape_StayAsTheyAre() =>
        new PolicyDocument([GetObject with { Resources = ["arn:aws:s3:::data/a+b&c<d>'é"] }]).ToJson().Should().Contain("a+b&c<d>'é");

    [Fact]
    public void Size_LeavesWhiteSpaceOut() =>
        new PolicyDocument([GetObject with { Resources = ["arn:aws:s3:::data/a b"] }]).Size
            .Should().Be(new PolicyDocument([GetObject with { Resources = ["arn:aws:s3:::data/ab"] }]).Size);
}
