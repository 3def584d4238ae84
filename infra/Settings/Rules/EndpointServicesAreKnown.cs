using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>
/// Endpoints are made where their services are called alike: in China, some names begin with <c>cn.com.amazonaws</c>, others do not, and no
/// list of AWS's says which.
/// </summary>
internal sealed class EndpointServicesAreKnown : AccountRule<EndpointSettings>
{
    /// <inheritdoc/>
    protected override void Check(EndpointSettings endpoints, SettingsNode at, StackSettings stack, AwsAccount account)
    {
        if (account.Partition == "aws-cn" && !endpoints.Made.IsEmpty)
        {
            at.Report(
                $"endpoints in {account.Region}", "The names of China's endpoint services are not known here: name all among existing");
        }
    }
}
